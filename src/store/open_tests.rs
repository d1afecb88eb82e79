use super::*;
use crate::store::keys::{self, Strength};
use std::fs::OpenOptions;
use std::io::Write as _;
use tempfile::TempDir;

/// A new office in a temporary folder.
pub(in crate::store) fn office(options: Options) -> (TempDir, Store, DataKey) {
    let dir = tempfile::tempdir().unwrap();
    let key = keys::create(dir.path(), "bianchi", "password", Strength::Throwaway).unwrap();
    let store = Store::create(dir.path(), &key, "01", options).unwrap();
    (dir, store, key)
}

fn closed() -> (TempDir, DataKey) {
    let (dir, mut store, key) = office(Options::default());
    store.setting_put("filler", &"x".repeat(50_000)).unwrap();
    drop(store);
    (dir, key)
}

/// Opening must fail with this sentence and leave the file as it was.
fn refused(dir: &Path, key: &DataKey, says: &str) {
    let names = |dir| fs::read_dir(dir).map_or(0, Iterator::count);
    let (before, beside) = (fs::read(dir.join(DATA_FILE)).ok(), names(dir));
    let told = Store::open(dir, key, Options { check: true, ..Options::default() }).unwrap_err();
    assert!(told.message.contains(says), "{} ({}), not {says}", told.message, told.cause);
    assert_eq!(told.kind, crate::fault::FaultKind::Office);
    assert!(!told.hint.is_empty());
    assert!(before == fs::read(dir.join(DATA_FILE)).ok(), "the file was touched: {says}");
    assert_eq!(beside, names(dir), "something was left beside: {says}");
}

#[test]
fn an_office_opens_again_with_its_password() {
    let (dir, _) = closed();
    let key = keys::unlock(dir.path(), "bianchi", "password").unwrap();
    let store = Store::open(dir.path(), &key, Options { check: true, ..Options::default() }).unwrap();
    assert_eq!(store.desk(), "01");
    let pragma = |name| store.conn.pragma_query_value(None, name, |r| r.get::<_, i64>(0)).unwrap();
    assert_eq!((pragma("synchronous"), pragma("foreign_keys"), pragma("busy_timeout")), (2, 1, 5000));
}

#[test]
fn the_file_is_encrypted() {
    let (dir, _) = closed();
    let bytes = fs::read(dir.path().join(DATA_FILE)).unwrap();
    for clear in [&b"SQLite format"[..], b"CREATE TABLE", b"xxxxxxxx"] {
        assert!(!bytes.windows(clear.len()).any(|w| w == clear));
    }
}

#[test]
fn missing() {
    let (dir, key) = closed();
    fs::remove_file(dir.path().join(DATA_FILE)).unwrap();
    refused(dir.path(), &key, "Manca il file");
    refused(&dir.path().join("altrove"), &key, "non c'è un ufficio");
}

#[test]
fn already_there() {
    let (dir, key) = closed();
    let told = Store::create(dir.path(), &key, "01", Options::default()).unwrap_err();
    assert!(told.message.contains("già un ufficio"));
}

#[test]
fn of_another_office() {
    let (dir, key) = closed();
    let (other, _) = closed();
    fs::copy(other.path().join(DATA_FILE), dir.path().join(DATA_FILE)).unwrap();
    refused(dir.path(), &key, "non è di questo ufficio");
    fs::write(dir.path().join(DATA_FILE), "una lettera, non un ufficio").unwrap();
    refused(dir.path(), &key, "non è di questo ufficio");
}

#[test]
fn wrong_key() {
    let (dir, key) = closed();
    let (_other, other_key) = closed();
    let mixed = DataKey::of(other_key.bytes(), key.salt());
    refused(dir.path(), &mixed, "danneggiato");
}

#[test]
fn cut_short_anywhere() {
    let (dir, key) = closed();
    let path = dir.path().join(DATA_FILE);
    let whole = fs::read(&path).unwrap();
    for len in [0, 10, 100, 4096, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        fs::write(&path, &whole[..len]).unwrap();
        let told = Store::open(dir.path(), &key, Options::default()).unwrap_err();
        assert!(
            told.message.contains("incompleto") || told.message.contains("danneggiato"),
            "{len}: {}",
            told.message
        );
        assert_eq!(fs::read(&path).unwrap(), &whole[..len]);
    }
    fs::write(&path, &whole).unwrap();
    Store::open(dir.path(), &key, Options { check: true, ..Options::default() }).unwrap();
}

#[test]
fn a_flipped_bit_is_noticed() {
    let (dir, key) = closed();
    let path = dir.path().join(DATA_FILE);
    let whole = fs::read(&path).unwrap();
    for place in [100, whole.len() / 3, whole.len() / 2, whole.len() - 50] {
        let mut harmed = whole.clone();
        harmed[place] ^= 1;
        fs::write(&path, harmed).unwrap();
        refused(dir.path(), &key, "danneggiato");
    }
}

#[test]
fn held_by_another_program() {
    let (dir, store, key) = office(Options::default());
    let told = Store::open(dir.path(), &key, Options::default()).unwrap_err();
    assert!(told.message.contains("già aperto"), "{}", told.message);
    drop(store);
    Store::open(dir.path(), &key, Options::default()).unwrap();
}

#[test]
fn not_to_be_written() {
    let (dir, key) = closed();
    let path = dir.path().join(DATA_FILE);
    let mut mode = fs::metadata(&path).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(&path, mode).unwrap();
    refused(dir.path(), &key, "sola lettura");
}

#[test]
fn newer() {
    let (dir, key) = closed();
    let store = Store::open(dir.path(), &key, Options::default()).unwrap();
    store.conn.pragma_update(None, "user_version", migrate::latest() + 1).unwrap();
    drop(store);
    refused(dir.path(), &key, "più nuova");
}

/// A file as an earlier program made it.
fn older(schema: u32) -> (TempDir, DataKey) {
    let dir = tempfile::tempdir().unwrap();
    let key = keys::create(dir.path(), "bianchi", "password", Strength::Throwaway).unwrap();
    let conn = connect(&dir.path().join(DATA_FILE), &key, Use::Create).unwrap();
    manners(&conn, Options::default()).unwrap();
    migrate::migrate_to(&conn, schema).unwrap();
    settings::put(&conn, settings::DESK, "01").unwrap();
    (dir, key)
}

#[test]
fn older_is_brought_up_to_date_and_kept_aside() {
    let (dir, key) = older(2);
    let path = dir.path().join(DATA_FILE);
    let before = fs::read(&path).unwrap();
    drop(Store::open(dir.path(), &key, Options::default()).unwrap());
    assert_eq!(fs::read(dir.path().join(BEFORE)).unwrap(), before);
    let conn = connect(&path, &key, Use::Write).unwrap();
    assert_eq!(migrate::version(&conn).unwrap(), migrate::latest());
    drop(conn);
    // The copy opens in its place, and is brought up to date again.
    fs::copy(dir.path().join(BEFORE), &path).unwrap();
    drop(Store::open(dir.path(), &key, Options { check: true, ..Options::default() }).unwrap());
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 4, "data, keys, lock, copy");
}

#[test]
fn older_without_room_for_the_copy_stays_as_it_is() {
    let (dir, key) = older(2);
    // Something that no file can take the place of.
    fs::create_dir_all(dir.path().join(BEFORE).join("x")).unwrap();
    let before = fs::read(dir.path().join(DATA_FILE)).unwrap();
    let told = Store::open(dir.path(), &key, Options::default()).unwrap_err();
    assert!(told.message.contains("non se ne riesce a fare una copia"), "{told}");
    assert!(before == fs::read(dir.path().join(DATA_FILE)).unwrap());
}

/// Run by the next test in a program of its own.
#[test]
fn older_opened_when_asked() {
    let Some(dir) = std::env::var_os("SPORTELLO_TEST_OLDER") else { return };
    let key = keys::unlock(Path::new(&dir), "bianchi", "password").unwrap();
    Store::open(Path::new(&dir), &key, Options::default()).unwrap();
}

#[test]
fn killed_while_brought_up_to_date_it_opens_again() {
    let (mut before, mut after) = (0, 0);
    for kill in 0..20 {
        let (dir, key) = older(2);
        let old = fs::read(dir.path().join(DATA_FILE)).unwrap();
        let mut child = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "store::open::tests::older_opened_when_asked"])
            .env("SPORTELLO_TEST_OLDER", dir.path())
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(4 + 2 * kill));
        child.kill().unwrap();
        child.wait().unwrap();
        match fs::read(dir.path().join(BEFORE)) {
            Ok(copy) => {
                after += 1;
                assert!(copy == old, "the copy is the file as it was");
            }
            Err(_) => before += 1,
        }
        // As the older program left it, or all of it new: looked at on a copy.
        let look = tempfile::tempdir().unwrap();
        for entry in fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().path()) {
            fs::copy(&entry, look.path().join(entry.file_name().unwrap())).unwrap();
        }
        let conn = connect(&look.path().join(DATA_FILE), &key, Use::Write).unwrap();
        let found = migrate::version(&conn).unwrap();
        assert!(found == 2 || found == migrate::latest(), "killed at schema {found}");
        drop(Store::open(dir.path(), &key, Options { check: true, ..Options::default() }).unwrap());
        let names = fs::read_dir(dir.path()).unwrap().count();
        assert_eq!(names, 4, "data, keys, lock, copy: nothing of the killed is left");
    }
    println!("20 kills around a migration: {before} before the copy, {after} after, all open");
}

#[test]
fn left_by_a_crash() {
    let (dir, mut store, key) = office(Options::default());
    store.setting_put("filler", &"y".repeat(20_000)).unwrap();
    let copy = tempfile::tempdir().unwrap();
    for name in [DATA_FILE, "office.db-wal", KEYS_FILE] {
        fs::copy(dir.path().join(name), copy.path().join(name)).unwrap();
    }
    // The last write of the crash was cut: SQLite keeps what was whole before it.
    OpenOptions::new()
        .append(true)
        .open(copy.path().join("office.db-wal"))
        .unwrap()
        .write_all(&[7; 100])
        .unwrap();
    let found = Store::open(copy.path(), &key, Options { check: true, ..Options::default() }).unwrap();
    assert_eq!(found.read().setting("filler").unwrap().map(|s| s.len()), Some(20_000));
}

#[test]
fn work_that_was_saved_here_and_is_gone_is_missed() {
    let (dir, mut store, key) = office(Options::default());
    let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(9, 0, 0).unwrap();
    let line = || [crate::store::AuditLine::new("operator.sign_in")];
    store.log(at, None, &line()).unwrap();
    drop(store);
    let data = dir.path().join(DATA_FILE);
    let before = fs::read(&data).unwrap();
    let mut store = Store::open(dir.path(), &key, Options::default()).unwrap();
    store.log(at, None, &line()).unwrap();
    drop(store);
    let after = fs::read(&data).unwrap();
    fs::write(&data, &before).unwrap();
    let told = Store::open(dir.path(), &key, Options::default()).unwrap_err();
    assert!(told.exit_code() == 3 && told.message.contains("manca lavoro"), "{told}");
    assert!(fs::read(&data).unwrap() == before, "as it was");
    // Nobody noted anything: as a copy is put in a new folder.
    fs::write(dir.path().join("office.lock"), "").unwrap();
    drop(Store::open(dir.path(), &key, Options::default()).unwrap());
    fs::write(&data, &after).unwrap();
    drop(Store::open(dir.path(), &key, Options::default()).unwrap());
    fs::write(dir.path().join("office.lock"), "not a number").unwrap();
    drop(Store::open(dir.path(), &key, Options::default()).unwrap());
}

#[cfg(unix)]
#[test]
fn the_file_and_its_log_are_of_who_made_them() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, mut store, _) = office(Options::default());
    store.setting_put("filler", "x").unwrap();
    for name in [DATA_FILE, "office.db-wal", "office.keys"] {
        let mode = fs::metadata(dir.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}
