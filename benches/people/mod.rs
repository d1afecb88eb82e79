//! Invented people in any number, with names as common and as rare as real
//! ones: few very common, a long tail.

use chrono::NaiveDate;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sportello::domain::ids::RegistrantId;
use sportello::domain::registrant::Registrant;
use uuid::Uuid;

const COMMON: &[&str] = &[
    "Rossi",
    "Ferrari",
    "Russo",
    "Bianchi",
    "Colombo",
    "Esposito",
    "Romano",
    "Ricci",
    "Gallo",
    "Greco",
    "Conti",
    "De Luca",
    "Mancini",
    "Costa",
    "Rinaldi",
    "Moretti",
    "Barbieri",
    "Lombardi",
    "Fontana",
    "Santoro",
    "Mariani",
    "D'Angelo",
    "Marino",
    "Martini",
    "Villa",
    "Ferrara",
    "Galli",
    "Rosselli",
    "Di Maria",
    "Dell'Orto",
    "Zanetti",
];
const ROOTS: &[&str] = &[
    "Bal", "Ber", "Bon", "Bran", "Cal", "Cam", "Can", "Car", "Cas", "Cer", "Cor", "Cre", "Dal", "Don", "Fal",
    "Fer", "Fio", "For", "Fran", "Gal", "Gam", "Ghe", "Gia", "Gran", "Gua", "Lan", "Loc", "Lom", "Mag",
    "Mal", "Man", "Mar", "Mas", "Maz", "Mel", "Mer", "Mon", "Mor", "Neg", "Nic", "Oli", "Ors", "Pal", "Pan",
    "Pas", "Pel", "Per", "Pez", "Pia", "Por", "Pre", "Qua", "Rav", "Reg", "Riv", "Ron", "Rot", "Sal", "San",
    "Sar", "Sca", "Ser", "Sil", "Spa", "Tas", "Ter", "Tom", "Tor", "Tre", "Urb", "Val", "Van", "Ven", "Ver",
    "Vig", "Vis", "Vol", "Zan", "Zuc", "Zor",
];
const MIDDLES: &[&str] =
    &["", "an", "ar", "at", "el", "er", "ett", "ian", "in", "ol", "or", "ott", "ucc", "uzz"];
const ENDINGS: &[&str] = &["i", "o", "a", "elli", "ini", "oni", "etti", "ato", "aro", "esi", "acci", "ani"];
const NAMES: &[&str] = &[
    "Maria",
    "Anna",
    "Giuseppe",
    "Marco",
    "Antonio",
    "Giovanni",
    "Andrea",
    "Luca",
    "Francesca",
    "Sara",
    "Laura",
    "Roberto",
    "Alessandro",
    "Giulia",
    "Stefano",
    "Paolo",
    "Chiara",
    "Mario",
    "Martina",
    "Luigi",
    "Elena",
    "Silvia",
    "Davide",
    "Paola",
    "Simone",
    "Valentina",
    "Matteo",
    "Rosa",
    "Angela",
    "Niccolò",
    "Teresa",
    "Marta",
    "Fatima",
    "Ionut",
    "Elisa",
    "Giorgio",
    "Salvatore",
    "Carla",
    "Vincenzo",
    "Barbara",
    "Fabio",
    "Zoe",
    "Ugo",
    "Quinto",
    "Yasmin",
    "Ivan",
    "Olga",
    "Beatrice",
    "Nadia",
    "Pietro",
    "Tommaso",
    "Daniela",
    "Hassan",
    "Lucia",
    "Viola",
    "Emma",
    "Irene",
];
const PLACES: &[&str] =
    &["A794", "F205", "D969", "L219", "H501", "F839", "B157", "D612", "A944", "L736", "Z129", "Z330"];

/// People from a seed, always the same.
pub struct People {
    random: StdRng,
    next: u128,
}

impl People {
    pub fn new(seed: u64) -> Self {
        Self { random: StdRng::seed_from_u64(seed), next: 1 }
    }

    pub fn any(&mut self) -> Registrant {
        self.next += 1;
        let (surname, mut name) = (self.surname(), self.name());
        if self.random.random_ratio(3, 20) {
            name = format!("{name} {}", self.name());
        }
        let (year, month, day) = (
            self.random.random_range(1955..2008),
            self.random.random_range(1..13),
            self.random.random_range(1..29),
        );
        let letters = |text: &str| {
            text.to_uppercase().chars().filter(char::is_ascii_alphabetic).take(3).collect::<String>()
        };
        let place = PLACES[self.skewed(PLACES.len())];
        Registrant {
            id: RegistrantId(Uuid::from_u128(self.next)),
            fiscal_code: format!(
                "{:X<3}{:X<3}{:02}{}{day:02}{place}{}",
                letters(&surname),
                letters(&name),
                year % 100,
                char::from(b"ABCDEHLMPRST"[month as usize - 1]),
                char::from(b'A' + self.random.random_range(0..26)),
            ),
            birth_date: NaiveDate::from_ymd_opt(year, month, day),
            birth_place: PLACES[self.skewed(PLACES.len())].to_owned(),
            residence_place: place.to_owned(),
            mobile: format!("3{:09}", self.random.random_range(200_000_000..1_000_000_000_u64)),
            email: format!("{}{}@esempio.it", surname.to_lowercase().replace([' ', '\''], ""), self.next),
            surname,
            name,
            ..Registrant::default()
        }
    }

    fn surname(&mut self) -> String {
        if self.random.random_ratio(1, 8) {
            return COMMON[self.skewed(COMMON.len())].to_owned();
        }
        let root = ROOTS[self.random.random_range(0..ROOTS.len())];
        let middle = MIDDLES[self.skewed(MIDDLES.len())];
        format!("{root}{middle}{}", ENDINGS[self.skewed(ENDINGS.len())])
    }

    fn name(&mut self) -> String {
        NAMES[self.skewed(NAMES.len())].to_owned()
    }

    /// The first are the commonest.
    fn skewed(&mut self, len: usize) -> usize {
        let x: f64 = self.random.random();
        ((x * x * len as f64) as usize).min(len - 1)
    }
}
