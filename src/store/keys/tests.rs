use super::*;

const WEAK: Strength = Strength::Throwaway;

#[test]
fn each_operator_opens_the_same_key() {
    let dir = tempfile::tempdir().unwrap();
    let made = create(dir.path(), "Bianchi ", "pàssword", WEAK).unwrap();
    add(dir.path(), &made, ("verdi", "altra"), false, WEAK).unwrap();
    for (user, password) in [("bianchi", "pàssword"), ("VERDI", "altra")] {
        let key = unlock(dir.path(), user, password).unwrap();
        assert_eq!((key.key, key.salt), (made.key, made.salt));
    }
    assert_eq!(usernames(dir.path()).unwrap(), ["bianchi", "verdi"]);
    add(dir.path(), &made, ("verdi", "nuova"), true, WEAK).unwrap();
    assert!(unlock(dir.path(), "verdi", "altra").is_err());
    assert!(unlock(dir.path(), "verdi", "nuova").is_ok());
}

#[test]
fn wrong_user_and_wrong_password_sound_the_same() {
    let dir = tempfile::tempdir().unwrap();
    create(dir.path(), "bianchi", "uno", WEAK).unwrap();
    let user = unlock(dir.path(), "rossi", "uno").unwrap_err();
    let password = unlock(dir.path(), "bianchi", "Uno").unwrap_err();
    assert_eq!((user.kind, &user.message), (password.kind, &password.message));
}

#[test]
fn an_entry_does_not_open_under_another_name() {
    let dir = tempfile::tempdir().unwrap();
    create(dir.path(), "bianchi", "uno", WEAK).unwrap();
    let path = dir.path().join(KEYS_FILE);
    let text = fs::read_to_string(&path).unwrap().replace("bianchi", "rossi");
    let mut file: serde_json::Value = serde_json::from_str(&text).unwrap();
    file.as_object_mut().unwrap().remove("check");
    fs::write(&path, file.to_string()).unwrap();
    assert_eq!(usernames(dir.path()).unwrap(), ["rossi"], "a file of an earlier program");
    assert!(unlock(dir.path(), "rossi", "uno").is_err());
}

#[test]
fn bad_files_get_a_sentence() {
    let dir = tempfile::tempdir().unwrap();
    assert!(unlock(dir.path(), "a", "b").unwrap_err().message.contains("non c'è un ufficio"));
    create(dir.path(), "a", "b", WEAK).unwrap();
    assert!(create(dir.path(), "a", "b", WEAK).unwrap_err().message.contains("già un ufficio"));
    let path = dir.path().join(KEYS_FILE);
    let good = fs::read_to_string(&path).unwrap();
    let bad = [
        (String::new(), "danneggiato"),
        (good[..good.len() / 2].to_owned(), "danneggiato"),
        (good.replace("\"layout\": 2", "\"layout\": 3"), "più nuova"),
        (good.replace("\"memory_kib\": 64", "\"memory_kib\": 4000000000"), "danneggiato"),
        (good.replace("\"lanes\": 1", "\"lanes\": 0"), "danneggiato"),
    ];
    for (text, says) in bad {
        fs::write(&path, &text).unwrap();
        let told = unlock(dir.path(), "a", "b").unwrap_err();
        assert!(told.message.contains(says), "{} for {text}", told.message);
    }
    fs::write(&path, [0xff, 0xfe]).unwrap();
    assert!(unlock(dir.path(), "a", "b").unwrap_err().message.contains("danneggiato"));
}

#[cfg(unix)]
#[test]
fn only_the_owner_reads_the_keys() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    create(dir.path(), "a", "b", WEAK).unwrap();
    let mode = fs::metadata(dir.path().join(KEYS_FILE)).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "nothing left beside");
}

#[test]
fn the_key_is_never_shown() {
    let key = DataKey { key: [7; 32], salt: [9; 16] };
    assert_eq!(format!("{key:?}"), "DataKey");
}

#[test]
fn garbled_at_any_byte_it_is_damaged_never_a_wrong_password() {
    let dir = tempfile::tempdir().unwrap();
    let key = create(dir.path(), "bianchi", "uno", WEAK).unwrap();
    add(dir.path(), &key, ("verdi", "due"), false, WEAK).unwrap();
    let path = dir.path().join(KEYS_FILE);
    let good = fs::read(&path).unwrap();
    let (mut said, mut harmless) = (0, 0);
    for place in 0..good.len() {
        for change in [1, 0x40] {
            let mut bytes = good.clone();
            bytes[place] ^= change;
            fs::write(&path, &bytes).unwrap();
            match usernames(dir.path()) {
                // Upper and lower hexadecimal, the name of the check itself.
                Ok(names) => {
                    harmless += 1;
                    assert_eq!(names, ["bianchi", "verdi"], "{place}");
                    let opened = unlock(dir.path(), "bianchi", "uno").unwrap();
                    assert_eq!((opened.key, opened.salt), (key.key, key.salt), "{place}");
                }
                Err(told) => {
                    said += 1;
                    assert!(
                        told.message.contains("danneggiato") || told.message.contains("più nuova"),
                        "{place}: {}",
                        told.message
                    );
                }
            }
        }
    }
    for len in 0..good.len() - 2 {
        fs::write(&path, &good[..len]).unwrap();
        assert!(usernames(dir.path()).unwrap_err().message.contains("danneggiato"), "{len}");
        said += 1;
    }
    assert!(harmless < 20, "{harmless}");
    println!("office.keys: {said} damages told, {harmless} without effect");
}

/// A file that layout 1 wrote: bianchi «uno», verdi «due».
const LAYOUT_1: &str = include_str!("layout_1.json");

#[test]
fn a_file_of_layout_1_opens_and_is_made_anew_entry_by_entry() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(KEYS_FILE);
    fs::write(&path, LAYOUT_1).unwrap();
    let key = unlock(dir.path(), "bianchi", "uno").unwrap();
    assert_eq!(unlock(dir.path(), "verdi", "due").unwrap().key, key.key);
    assert_eq!(fs::read_to_string(&path).unwrap(), LAYOUT_1, "opening writes nothing");
    let told = begin_next(dir.path(), &key, &["bianchi", "verdi"]).unwrap_err();
    assert!(told.message.contains("bianchi, verdi"), "{told}");
    refresh(dir.path(), &key, ("bianchi", "uno"), WEAK).unwrap();
    for (user, password) in [("bianchi", "uno"), ("verdi", "due")] {
        assert_eq!(unlock(dir.path(), user, password).unwrap().key, key.key, "{user}");
    }
    let told = begin_next(dir.path(), &key, &["bianchi", "verdi"]).unwrap_err();
    assert!(told.message.ends_with("entrati: verdi."), "{told}");
    refresh(dir.path(), &key, ("verdi", "due"), WEAK).unwrap();
    let whole = fs::read(&path).unwrap();
    refresh(dir.path(), &key, ("verdi", "due"), WEAK).unwrap();
    assert_eq!(fs::read(&path).unwrap(), whole, "nothing to do");
    begin_next(dir.path(), &key, &["bianchi", "verdi"]).unwrap();
}

#[test]
fn the_recovery_key_opens_until_another_is_made() {
    let dir = tempfile::tempdir().unwrap();
    let key = create(dir.path(), "bianchi", "uno", WEAK).unwrap();
    assert!(!has_recovery(dir.path()).unwrap());
    let other = RecoveryCode::random().unwrap();
    assert!(unlock_with(dir.path(), &other).unwrap_err().message.contains("non ha una chiave"));
    let first = RecoveryCode::random().unwrap();
    set_recovery(dir.path(), &key, &first).unwrap();
    assert_eq!(unlock_with(dir.path(), &first).unwrap().key, key.key);
    let second = RecoveryCode::random().unwrap();
    set_recovery(dir.path(), &key, &second).unwrap();
    assert!(unlock_with(dir.path(), &first).unwrap_err().message.contains("non apre"));
    assert_eq!(unlock_with(dir.path(), &second).unwrap().key, key.key);
}

#[test]
fn a_given_password_is_known_as_one_and_a_removed_operator_is_out() {
    let dir = tempfile::tempdir().unwrap();
    let key = create(dir.path(), "bianchi", "uno", WEAK).unwrap();
    add(dir.path(), &key, ("Verdi", "due"), true, WEAK).unwrap();
    assert!(is_given(dir.path(), "verdi").unwrap() && !is_given(dir.path(), "bianchi").unwrap());
    add(dir.path(), &key, ("verdi", "tre"), false, WEAK).unwrap();
    assert!(!is_given(dir.path(), "verdi").unwrap());
    remove(dir.path(), "verdi").unwrap();
    remove(dir.path(), "verdi").unwrap();
    assert!(unlock(dir.path(), "verdi", "tre").is_err());
    assert!(remove(dir.path(), "bianchi").is_err(), "nobody would be left");
}

/// The salt in the head of the data file says which of the two keys holds.
#[test]
fn while_the_key_changes_either_file_opens() {
    let dir = tempfile::tempdir().unwrap();
    let key = create(dir.path(), "bianchi", "uno", WEAK).unwrap();
    add(dir.path(), &key, ("verdi", "due"), false, WEAK).unwrap();
    add(dir.path(), &key, ("gone", "tre"), false, WEAK).unwrap();
    let code = RecoveryCode::random().unwrap();
    set_recovery(dir.path(), &key, &code).unwrap();
    let data = dir.path().join(super::super::open::DATA_FILE);
    fs::write(&data, key.salt).unwrap();
    let next = begin_next(dir.path(), &key, &["bianchi", "verdi"]).unwrap();
    assert_ne!(next.key, key.key);
    let opens = |with: &DataKey| {
        for (user, password) in [("bianchi", "uno"), ("verdi", "due")] {
            assert_eq!(unlock(dir.path(), user, password).unwrap().key, with.key, "{user}");
        }
        assert_eq!(unlock_with(dir.path(), &code).unwrap().key, with.key);
        assert!(unlock(dir.path(), "gone", "tre").is_err(), "nobody on the staff");
    };
    opens(&key);
    // Cut off before the new file is in place: the old key stays.
    settle(dir.path(), &key).unwrap();
    opens(&key);
    let next = begin_next(dir.path(), &key, &["bianchi", "verdi"]).unwrap();
    fs::write(&data, next.salt).unwrap();
    opens(&next);
    settle(dir.path(), &next).unwrap();
    opens(&next);
    // And once more, from the new one.
    let third = begin_next(dir.path(), &next, &["bianchi", "verdi"]).unwrap();
    fs::write(&data, third.salt).unwrap();
    settle(dir.path(), &third).unwrap();
    opens(&third);
}

#[test]
fn a_half_that_somebody_wrote_into_the_file_gets_no_key() {
    let (dir, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let key = create(dir.path(), "bianchi", "uno", WEAK).unwrap();
    create(elsewhere.path(), "bianchi", "mia", WEAK).unwrap();
    let mut file = load(dir.path()).unwrap();
    file.operators = load(elsewhere.path()).unwrap().operators;
    save(dir.path(), file).unwrap();
    assert!(begin_next(dir.path(), &key, &["bianchi"]).unwrap_err().message.contains("danneggiato"));
}
