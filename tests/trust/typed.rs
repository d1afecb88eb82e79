//! Killed at twenty moments while somebody types: every key older than two
//! seconds is back, in the same field, and so is the focus.

use std::path::Path;
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::pty::{Tty, copy_of, office};

/// What is promised.
const SAFE: Duration = Duration::from_secs(2);
/// What is typed, field by field.
const TYPED: [(&str, &str); 2] =
    [("Cognome *", "D'Angelò Ferri Perché Bianchi"), ("Nome *", "Niccolò Maria Èlena Agnès José")];

/// One moment: types until it comes, kills, starts again, looks.
fn once(office: &Path, moment: Duration) -> usize {
    let dir = copy_of(office);
    let mut tty = Tty::start(dir.path(), (80, 24));
    tty.wait("Persone in archivio").send("n").wait("PE03");
    let begun = Instant::now();
    let mut sent: Vec<(usize, char, Instant)> = Vec::new();
    'typing: for (field, (_, text)) in TYPED.iter().enumerate() {
        tty.press("Tab");
        for c in text.chars() {
            if begun.elapsed() >= moment {
                break 'typing;
            }
            tty.send(&c.to_string());
            sent.push((field, c, Instant::now()));
            std::thread::sleep(Duration::from_millis(85));
        }
    }
    let killed = Instant::now();
    tty.signal("KILL");
    tty.ended();

    let mut tty = Tty::start(dir.path(), (80, 24));
    tty.wait("Persone in archivio").send("n").wait("PE03");
    let old = |field: usize| -> String {
        let safe = sent.iter().filter(|(of, _, at)| *of == field && killed.duration_since(*at) > SAFE);
        safe.map(|(_, c, _)| c).collect()
    };
    let mut back = 0;
    for (field, (label, _)) in TYPED.iter().enumerate() {
        let wanted = old(field).trim_end().to_owned();
        if wanted.is_empty() {
            continue;
        }
        tty.wait("Ripresa la bozza");
        let found = tty.field(label).unwrap_or_default();
        assert!(found.starts_with(&wanted), "after {moment:?} {label}: «{wanted}» became «{found}»");
        back += wanted.chars().count();
    }
    // Where the last key that had two seconds was typed, or further on.
    let field = |of: usize| sent.iter().rposition(|(field, _, _)| *field == of);
    if let Some((last, ..)) = sent.iter().rfind(|(.., at)| killed.duration_since(*at) > SAFE) {
        let end = Instant::now() + SAFE;
        let there = |tty: &Tty| {
            (*last..TYPED.len())
                .any(|at| field(at).is_some() && tty.focused().contains(&format!(" {}", TYPED[at].0)))
        };
        while !there(&tty) {
            assert!(Instant::now() < end, "after {moment:?} the focus is in «{}»", tty.focused());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
    back
}

#[test]
fn no_key_older_than_two_seconds_is_lost() {
    let office = office(5);
    let mut dice = StdRng::seed_from_u64(9);
    let moments: Vec<Duration> =
        (0..20).map(|_| Duration::from_millis(dice.random_range(300..5_500))).collect();
    // Four at a time: each has its own office.
    let back: usize = std::thread::scope(|scope| {
        let hands: Vec<_> = moments
            .chunks(5)
            .map(|some| scope.spawn(|| some.iter().map(|at| once(office.path(), *at)).sum::<usize>()))
            .collect();
        hands.into_iter().map(|hand| hand.join().unwrap()).sum()
    });
    assert!(back > 100, "only {back} keys were old enough: the test says nothing");
    println!("{back} keys older than two seconds, all back");
}
