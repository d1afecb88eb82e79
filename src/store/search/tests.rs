use super::*;
use crate::domain::did::Did;
use crate::domain::document::Document;
use crate::domain::ids::{DidId, DocumentId, UnitId};
use crate::domain::registrant::Registrant;
use crate::store::open::{Options, tests::office};
use crate::store::write::Tx;
use crate::store::{Store, Unit, Verdict};
use uuid::Uuid;

fn id(number: u128) -> RegistrantId {
    RegistrantId(Uuid::from_u128(number))
}

pub(super) fn act(store: &mut Store, number: u128, act: impl FnOnce(&Tx<'_>) -> Result<()>) {
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 42, 0).unwrap();
    let unit = Unit { id: UnitId(Uuid::from_u128(number)), at, operator: None, command: "{}" };
    store.write(&unit, |tx| act(tx).map(|()| Verdict::Keep((), vec![]))).unwrap();
}

pub(super) fn person(number: u128, surname: &str, name: &str, born: (i32, u32, u32)) -> Registrant {
    Registrant {
        id: id(number),
        surname: surname.into(),
        name: name.into(),
        birth_date: NaiveDate::from_ymd_opt(born.0, born.1, born.2),
        ..Registrant::default()
    }
}

/// An office of a few people.
fn town() -> (tempfile::TempDir, Store) {
    let (dir, mut store, _) = office(Options { throwaway: true, ..Options::default() });
    let people = [
        Registrant {
            fiscal_code: "RSSMRA85T50A794W".into(),
            mobile: "+39 333 1234567".into(),
            email: "Maria.Rossi@esempio.it".into(),
            residence_place: "A794".into(),
            ..person(1, "Rossi", "Maria", (1985, 12, 10))
        },
        Registrant { phone: "035 998877".into(), ..person(2, "ROSSI", "Marco Antonio", (1961, 3, 2)) },
        Registrant { birth_place: "A794".into(), ..person(3, "De Luca", "Maria Rosa", (1985, 1, 1)) },
        person(4, "D'Angelo", "Niccolò", (1990, 7, 20)),
        person(5, "Müller", "Anna", (1999, 11, 18)),
        person(6, "Bergamo", "Rosaria", (1974, 5, 15)),
        person(7, "DELUCA", "Gino", (1974, 5, 15)),
        person(8, "Brambilla", "Ada", (1950, 5, 15)),
    ];
    for (number, one) in (1..).zip(people) {
        act(&mut store, number, |tx| tx.insert(&one));
    }
    (dir, store)
}

fn found(store: &Store, text: &str) -> Vec<u128> {
    store.read().search(text, LIMIT).unwrap().rows.iter().map(|hit| hit.registrant.0.as_u128()).collect()
}

#[test]
fn names_in_either_order_however_typed() {
    let (_dir, store) = town();
    for (text, people) in [
        ("rossi", &[2, 1][..]),
        ("ros mar", &[3, 2, 1]),
        ("MAR ROS", &[3, 2, 1]),
        ("rossi maria", &[1]),
        ("maria rossi", &[1]),
        ("ros ant", &[2]),
        ("antonio", &[2]),
        ("d'angelo", &[4]),
        ("D’ANGELO", &[4]),
        ("dangelo", &[4]),
        ("angelo", &[4]),
        ("d angelo", &[4]),
        ("niccolo'", &[4]),
        ("muller", &[5]),
        ("MÜLLER", &[5]),
        ("deluca", &[7, 3]),
        ("de luca", &[3]),
        ("luca", &[3]),
        ("de luca gino", &[7]),
        ("rossi rossi", &[]),
        ("zzz", &[]),
        ("", &[]),
        ("  ' ", &[]),
    ] {
        assert_eq!(found(&store, text), people, "{text}");
    }
}

#[test]
fn years_and_towns_narrow() {
    let (_dir, store) = town();
    for (text, people) in [
        ("ros mar 85", &[3, 1][..]),
        ("ros mar 1985", &[3, 1]),
        ("ros mar 85 bergamo", &[3, 1]),
        ("rossi bergamo", &[1]),
        ("bergamo ros", &[6, 3, 1]),
        ("bergamo", &[6]),
        ("rossi 61", &[2]),
        ("rossi 10/12/1985", &[1]),
        ("rossi 86", &[]),
        ("ros be", &[6]),
    ] {
        assert_eq!(found(&store, text), people, "{text}");
    }
}

#[test]
fn numbers_with_their_reason() {
    let (_dir, mut store) = town();
    act(&mut store, 20, |tx| {
        let did = Did {
            id: DidId(Uuid::from_u128(20)),
            registrant: id(4),
            national_id: "DID-2026-0000456".into(),
            inps_reference: "INPS.1234.5".into(),
            ..Did::default()
        };
        tx.insert(&did)?;
        tx.insert(&Document {
            id: DocumentId(Uuid::from_u128(21)),
            registrant: id(5),
            number: "ESN03-2026-000123".into(),
            ..Document::default()
        })
    });
    for (text, who, reason) in [
        ("RSSMRA85T50A794W", 1, Reason::FiscalCode),
        ("rssmra85", 1, Reason::FiscalCode),
        ("rssmr", 1, Reason::FiscalCode),
        ("3331234567", 1, Reason::Phone),
        ("333 123 4567", 1, Reason::Phone),
        ("+39 333/1234567", 1, Reason::Phone),
        ("234567", 1, Reason::Phone),
        ("8877", 2, Reason::Phone),
        ("maria.rossi@", 1, Reason::Email),
        ("did20260000456", 4, Reason::DidNumber),
        ("0000456", 4, Reason::DidNumber),
        ("INPS.1234", 4, Reason::Protocol),
        ("esn03-2026-000123", 5, Reason::Document),
        ("000123", 5, Reason::Document),
        ("muller 000123", 5, Reason::Document),
    ] {
        let hits = store.read().search(text, LIMIT).unwrap();
        let seen: Vec<_> = hits.rows.iter().map(|hit| (hit.registrant.0.as_u128(), hit.reason)).collect();
        assert_eq!(seen, [(who, reason)], "{text}");
    }
    assert!(found(&store, "rossi 000123").is_empty());
    // A number that changes is no longer found, its new one is.
    act(&mut store, 22, |tx| {
        let before = tx.need::<Did>(Uuid::from_u128(20))?;
        tx.update(&before, &Did { national_id: "DID-2026-0000789".into(), ..before.clone() })
    });
    assert!(found(&store, "0000456").is_empty());
    assert_eq!(found(&store, "0000789"), [4]);
}

#[test]
fn one_typing_error_is_forgiven_when_nothing_fits() {
    let (_dir, store) = town();
    for text in ["brambila", "barmbilla", "brambillla", "vrambilla", "brambilla sda"] {
        let hits = store.read().search(text, LIMIT).unwrap();
        if text.ends_with("sda") {
            assert!(hits.rows.is_empty(), "three letters are too few to guess");
            continue;
        }
        assert_eq!(hits.rows.len(), 1, "{text}");
        assert_eq!(
            (hits.rows[0].reason, hits.rows[0].matched.as_str()),
            (Reason::Similar, "brambilla"),
            "{text}"
        );
    }
    assert!(found(&store, "brxxbilla").is_empty());
}

#[test]
fn fifty_in_surname_order_and_then_more() {
    let (_dir, mut store) = town();
    store
        .batch(|store| {
            for number in 100..250 {
                let surname = format!("Verdi{}", char::from(b'a' + u8::try_from(number % 26).unwrap()));
                act(store, number, |tx| tx.insert(&person(number, &surname, "Teresa", (1980, 1, 1))));
            }
            Ok(())
        })
        .unwrap();
    for text in ["v", "verdi", "ter", "verdi ter", "ter 80"] {
        let hits = store.read().search(text, LIMIT).unwrap();
        assert!(hits.more && hits.rows.len() == LIMIT, "{text}: {}", hits.rows.len());
        let order: Vec<_> = hits.rows.iter().map(|hit| (hit.surname.clone(), hit.registrant)).collect();
        assert!(order.is_sorted(), "{text}");
        assert_eq!(order[0].0, "Verdia", "{text}");
    }
    let all = store.read().search("verdi", 1000).unwrap();
    assert_eq!((all.rows.len(), all.more), (150, false));
}

/// Every way through the index gives what looking at everybody gives.
#[test]
fn no_way_misses_anybody() {
    use super::{matching::Filter, query::Query};
    use rand::{Rng, SeedableRng, rngs::StdRng};
    let (_dir, mut store, _) = office(Options { throwaway: true, ..Options::default() });
    let surnames =
        ["Rossi", "Rosselli", "De Luca", "Marini", "Maria", "D'Angelo", "Bergamo", "Ros", "Bianchi"];
    let names = ["Maria", "Mario", "Rosa", "Luca", "Angelo", "Ada", "Maria Rosa", "Luca Maria", "Niccolò"];
    let places = ["A794", "F205", "L736", ""];
    let mut random = StdRng::seed_from_u64(3);
    let mut pick = |list: &[&str]| list[random.random_range(0..list.len())].to_owned();
    let unit_people: Vec<_> = (1..400)
        .map(|number| Registrant {
            residence_place: pick(&places),
            ..person(
                number,
                &pick(&surnames),
                &pick(&names),
                (if number % 2 == 0 { 1985 } else { 1961 }, 1, 1),
            )
        })
        .collect();
    act(&mut store, 1, |tx| unit_people.iter().try_for_each(|one| tx.insert(one)));
    let everybody = store
        .read()
        .all("SELECT person, words, born, towns FROM local_search ORDER BY sort, person", [], |row| {
            let text = |column| row.get::<_, String>(column);
            Ok((row.get::<_, RegistrantId>(0)?, text(1)?, text(2)?, text(3)?))
        })
        .unwrap();
    let mut fitted = 0;
    for text in [
        "r",
        "m",
        "ro",
        "ros",
        "rossi",
        "mar",
        "maria",
        "l",
        "lu",
        "b",
        "berg",
        "bergamo",
        "ros mar",
        "m r",
        "r m",
        "mar ros",
        "maria bergamo",
        "bergamo ros",
        "bergamo milano",
        "maria mila 85",
        "ros 61",
        "m 85",
        "de lu mar",
        "maria maria",
        "mar mar 61",
        "ros ros ros",
        "rosa maria berga",
        "ange 85",
        "nic",
        "nic d",
        "vene ros",
        "a a",
    ] {
        let query = Query::parse(text);
        let town = |word: &str| {
            let towns = || everybody.iter().flat_map(|(_, _, _, towns)| towns.split(' '));
            query.names.len() > 1
                && towns().any(|town| town == word || (word.len() > 3 && town.starts_with(word)))
        };
        let filter = Filter::new(&query, town);
        let expected: Vec<_> = everybody
            .iter()
            .filter(|(_, words, born, towns)| {
                filter.fits(words.as_bytes(), || born.as_bytes(), || towns.as_bytes())
            })
            .map(|(person, ..)| *person)
            .collect();
        let hits = store.read().search(text, LIMIT).unwrap();
        let rows: Vec<_> = hits.rows.iter().map(|hit| hit.registrant).collect();
        assert_eq!(rows, expected[..expected.len().min(LIMIT)], "{text}");
        assert_eq!(hits.more, expected.len() > LIMIT, "{text}");
        fitted += usize::from(!expected.is_empty());
    }
    assert!(fitted > 25, "only {fitted} searches found anybody");
}

/// Everything the search holds, as text.
fn contents(store: &Store) -> Vec<String> {
    let tables = ["local_search", "local_search_word", "local_search_code", "local_search_vocabulary"];
    let mut all = Vec::new();
    for table in tables {
        let mut statement = store.conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<_> = (0..columns).map(|i| format!("{:?}", row.get_ref(i).unwrap())).collect();
            all.push(format!("{table}: {}", cells.join(" ")));
        }
    }
    all
}

#[test]
fn what_units_left_is_what_a_rebuild_makes_here_and_elsewhere() {
    let (_dir, mut store) = town();
    act(&mut store, 30, |tx| {
        let before = tx.need::<Registrant>(id(1).0)?;
        let after = Registrant { surname: "Rossi Bianchi".into(), mobile: String::new(), ..before.clone() };
        tx.update(&before, &after)
    });
    act(&mut store, 31, |tx| {
        let before = tx.need::<Registrant>(id(8).0)?;
        tx.update(&before, &Registrant { office_note: "non cambia la ricerca".into(), ..before.clone() })
    });
    act(&mut store, 32, |tx| tx.run("DELETE FROM registrant WHERE surname = 'Müller'", []).map(|_| ()));
    assert_eq!(found(&store, "bianchi ros mar"), [1]);
    assert!(found(&store, "muller").is_empty());

    let (_other_dir, mut other, _) = office(Options::default());
    let mut units = Vec::new();
    store
        .read()
        .pending(|unit| {
            units.push(unit.changeset);
            Ok(())
        })
        .unwrap();
    for changeset in &units {
        other.apply_changeset(changeset).unwrap();
    }
    let kept = contents(&store);
    assert_eq!(contents(&other), kept);
    store.rebuild_search().unwrap();
    assert_eq!(contents(&store), kept);
}

#[test]
fn a_search_that_is_not_there_yet_is_built_on_opening() {
    let (dir, mut store, key) = office(Options::default());
    act(&mut store, 1, |tx| tx.insert(&person(1, "Rossi", "Maria", (1985, 12, 10))));
    store
        .conn
        .execute_batch(
            "DELETE FROM local_search; DELETE FROM local_search_word; DELETE FROM local_search_vocabulary",
        )
        .unwrap();
    assert!(found(&store, "rossi").is_empty());
    drop(store);
    let store = Store::open(dir.path(), &key, Options::default()).unwrap();
    assert_eq!(found(&store, "maria"), [1]);
}
