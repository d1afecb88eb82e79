use super::*;

const WEAK: Strength = Strength::Throwaway;

#[test]
fn each_operator_opens_the_same_key() {
    let dir = tempfile::tempdir().unwrap();
    let made = create(dir.path(), "Bianchi ", "pàssword", WEAK).unwrap();
    add(dir.path(), &made, "verdi", "altra", WEAK).unwrap();
    for (user, password) in [("bianchi", "pàssword"), ("VERDI", "altra")] {
        let key = unlock(dir.path(), user, password).unwrap();
        assert_eq!((key.key, key.salt), (made.key, made.salt));
    }
    assert_eq!(usernames(dir.path()).unwrap(), ["bianchi", "verdi"]);
    add(dir.path(), &made, "verdi", "nuova", WEAK).unwrap();
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
        (good.replace("\"layout\": 1", "\"layout\": 2"), "più nuova"),
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
    add(dir.path(), &key, "verdi", "due", WEAK).unwrap();
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
