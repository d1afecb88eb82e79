//! What a password must be: long, and not one of those everybody tries first.
//! No rule on kinds of signs: they make passwords that people forget and
//! programs guess (NIST SP 800-63B § 5.1.1.2).

/// The least number of characters.
pub const LEAST: usize = 12;
/// The most: what is longer is pasted by mistake.
pub const MOST: usize = 200;

/// The one sentence; it fits the message line.
pub const SAID: &str = "Almeno 12 caratteri, non il nome utente né una password delle più usate.";

/// What everybody tries first, and what is written on every keyboard; without
/// what stands before or after: digits and signs.
const COMMON: &[&str] = &[
    "password",
    "passwordpassword",
    "lapassword",
    "miapassword",
    "qwerty",
    "qwertyuiop",
    "qwertyuiopasdf",
    "asdfghjkl",
    "zxcvbnm",
    "qazwsxedc",
    "qazwsxedcrfv",
    "abcdef",
    "abcdefgh",
    "abcdefghijkl",
    "letmein",
    "welcome",
    "benvenuto",
    "benvenuti",
    "buongiorno",
    "amministratore",
    "administrator",
    "admin",
    "operatore",
    "responsabile",
    "ufficio",
    "sportello",
    "sportellolavoro",
    "centroimpiego",
    "centroperlimpiego",
    "collocamento",
    "segreteria",
    "cambiami",
    "cambialasubito",
    "provaprova",
    "prova",
    "ciaociao",
    "ciaociaociao",
    "amoremio",
    "tiamo",
    "tiamotanto",
    "iloveyou",
    "juventus",
    "forzajuve",
    "forzamilan",
    "forzainter",
    "forzanapoli",
    "napoli",
    "francesco",
    "alessandro",
    "giuseppe",
    "italia",
    "test",
    "testtest",
    "default",
    "changeme",
    "master",
    "sunshine",
    "princess",
    "football",
    "monkey",
    "dragon",
    "",
];

/// Is this a password for that operator?
#[must_use]
pub fn is_good(password: &str, username: &str) -> bool {
    let count = password.chars().count();
    if !(LEAST..=MOST).contains(&count) || password.chars().any(char::is_control) {
        return false;
    }
    let mut signs: Vec<char> = password.chars().collect();
    signs.sort_unstable();
    signs.dedup();
    // One, two or three signs over and over.
    if signs.len() <= 3 {
        return false;
    }
    let lower = password.to_lowercase();
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphabetic()).collect() };
    let (plain, read) = (letters(&lower), letters(&as_read(&lower)));
    let named =
        !username.is_empty() && [username.to_lowercase(), username.to_lowercase().repeat(2)].contains(&plain);
    let common = COMMON.contains(&plain.as_str()) || COMMON.contains(&read.as_str());
    !named && !common
}

/// Signs that stand for letters, as in `P@ssw0rd`.
fn as_read(text: &str) -> String {
    let letter = |c| match c {
        '@' | '4' => 'a',
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '$' | '5' => 's',
        c => c,
    };
    text.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_counts_and_kinds_of_signs_do_not() {
        for good in ["quattro parole bastano", "cavallo batteria graffa", "perché sì, così", "xk72 pq 4r71"]
        {
            assert!(is_good(good, "bianchi"), "{good}");
        }
        for bad in [
            "corta",
            "undici.segn",
            "aaaaaaaaaaaaaaa",
            "121212121212",
            "Password1234",
            "P@ssw0rd!!!!",
            "123456789012",
            "qwertyuiop12",
            "Sportello2026!",
            "bianchi123456",
            "BianchiBianchi",
            "riga\nriga riga",
            "Benvenuto2026",
        ] {
            assert!(!is_good(bad, "bianchi"), "{bad}");
        }
        assert!(!is_good(&"lunga ".repeat(60), ""));
    }
}
