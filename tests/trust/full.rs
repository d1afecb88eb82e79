//! A disk that fills up, or a largest file, at every write of a stream of
//! commands: what was told is there, what was not has left nothing, and with
//! room again the work goes on.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::house::{House, Said, mode, text};
use crate::material::{STREAM, give};

/// How much the log grows before it is taken over, and a little more: in kB.
const LOG: u64 = 5_000;
/// Shared memory, lock, keys: in kB.
const BESIDE: u64 = 64;

/// What is small.
#[derive(Clone, Copy, Debug)]
enum Small {
    /// A disk of so many kB of its own.
    Disk(u64),
    /// The largest file, in kB.
    File(u64),
}

/// The program on a copy of the office with little room; what it said. The
/// files come back to `dir`.
fn once(house: &House, dir: &Path, lines: &Path, small: Small) -> Said {
    let replay = format!("\"$0\" replay --office \"$1\" <'{}'", text(lines));
    match small {
        Small::File(kb) => house.shell(&format!("ulimit -S -f {}; exec {replay}", kb * 2), &[text(dir)]),
        Small::Disk(kb) => {
            let disk = house.path("disco");
            std::fs::create_dir_all(&disk).unwrap();
            let script = format!(
                "mount -t tmpfs -o size={kb}k none '{disk}' && cp '{dir}'/office.* '{disk}' || exit 99
                 {replay}; code=$?
                 cp '{disk}'/office.* '{dir}' && exit $code",
                disk = text(&disk),
                dir = text(dir),
            );
            let mut command = Command::new("unshare");
            command.args(["-rm", "sh", "-c", &script, env!("CARGO_BIN_EXE_sportello"), text(&disk)]);
            command.env_clear().env("PATH", std::env::var_os("PATH").unwrap());
            Said::of(command.env("HOME", house.folder.path()).stdin(Stdio::null()).output().unwrap())
        }
    }
}

/// May a test have a disk of its own on this system?
fn can_mount() -> bool {
    let mount = "mount -t tmpfs none /mnt";
    let tried = Command::new("unshare").args(["-rm", "sh", "-c", mount]).stderr(Stdio::null()).status();
    tried.is_ok_and(|status| status.success())
}

/// Some of the places, or all of them.
fn some(all: impl Iterator<Item = u64>, wanted: usize, dice: &mut StdRng) -> Vec<u64> {
    let all: Vec<u64> = all.collect();
    if wanted >= all.len() {
        all
    } else {
        (0..wanted).map(|_| all[dice.random_range(0..all.len())]).collect()
    }
}

#[test]
fn full_at_any_write_it_has_what_it_said() {
    let (wanted, seed) = (crate::count(10, 10_000), crate::seed(31));
    let begun = Instant::now();
    let mut dice = StdRng::seed_from_u64(seed);
    let house = House::new();
    let dir = STREAM.begin(&house.path("ufficio"));
    let kb = std::fs::metadata(dir.join("office.db")).unwrap().len() / 1024;
    let lines = house.file("righe.jsonl", STREAM.lines.join("\n"));
    mode(&lines, 0o644);
    let files = some((0..LOG).step_by(4), wanted, &mut dice).into_iter().map(Small::File);
    let disks = some((kb + 8..kb + LOG + BESIDE).step_by(4), wanted, &mut dice).into_iter().map(Small::Disk);
    let real = can_mount();
    let (mut refused, mut taken) = (0, 0);
    for small in files.chain(disks.filter(|_| real)) {
        STREAM.begin(&dir);
        let said = once(&house, &dir, &lines, small);
        let told = said.out.lines().filter(|line| line.contains("\"accepted\":true")).count();
        if said.code == 0 {
            taken += 1;
            assert_eq!(told, STREAM.lines.len(), "{small:?}");
        } else {
            refused += 1;
            assert!([3, 4].contains(&said.code) && said.err.contains("disco"), "{small:?}: {said:?}");
            said.is_plain();
        }
        assert_eq!(STREAM.held(&dir), told, "{small:?}: {}", said.err);
        // With room it goes on.
        let mut desk = crate::open(&dir).unwrap();
        give(&mut desk, &STREAM.lines[told..STREAM.lines.len().min(told + 3)]);
    }
    assert!(refused > taken, "{refused} refused, {taken} taken: the test says nothing");
    println!(
        "{refused} times no room ({}), {taken} times enough, seed {seed}; {:.0} s",
        if real { "largest file, and a disk of its own" } else { "largest file only" },
        begun.elapsed().as_secs_f64()
    );
}
