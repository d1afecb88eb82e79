//! A program that takes a stream of commands, killed at any moment: while it
//! opens the office, between two commands, inside one, while it closes. The
//! file opens, every check is in order, and it holds every command whose
//! outcome was told, and at most the one that was under way, whole.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::house::{House, text};
use crate::material::STREAM;

/// When it is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// So long after it was started.
    Started(Duration),
    /// So long after so many outcomes.
    Told(usize, Duration),
    /// So long after the end of its input, which is so many lines.
    Closing(usize, Duration),
}

impl Moment {
    fn throw(dice: &mut StdRng) -> Self {
        let micros = |dice: &mut StdRng, most| Duration::from_micros(dice.random_range(0..most));
        match dice.random_range(0..10) {
            0..2 => Self::Started(micros(dice, 60_000)),
            2..4 => Self::Closing(dice.random_range(0..12), micros(dice, 12_000)),
            _ => Self::Told(dice.random_range(0..24), micros(dice, 6_000)),
        }
    }
}

/// Starts the program on the office, which has `from` of the lines or one
/// more, kills it; how many it said it has.
fn once(house: &House, dir: &Path, from: usize, moment: Moment) -> usize {
    let mut command = house.command(&["replay", "--office", text(dir)]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let (mut input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let begun = Instant::now();
    let told = AtomicUsize::new(0);
    let ended = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let given = match moment {
            Moment::Closing(lines, _) => STREAM.lines.len().min(from + lines),
            _ => STREAM.lines.len(),
        };
        let writer = scope.spawn(move || {
            for line in &STREAM.lines[from..given] {
                if writeln!(input, "{line}").is_err() {
                    return;
                }
            }
            if !matches!(moment, Moment::Closing(..)) {
                // Until it is killed: its input has not ended.
                std::thread::park_timeout(Duration::from_secs(30));
            }
        });
        scope.spawn(|| {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // The first may be there already: it was under way last time.
                let again = told.load(Ordering::Relaxed) == 0 && line.contains("stesso identificativo");
                assert!(again || line.contains("\"accepted\":true"), "{line}");
                told.fetch_add(1, Ordering::Relaxed);
            }
            ended.store(1, Ordering::Relaxed);
        });
        let so_many = |wanted: usize| {
            while told.load(Ordering::Relaxed) < wanted && ended.load(Ordering::Relaxed) == 0 {
                std::thread::sleep(Duration::from_micros(100));
            }
        };
        match moment {
            Moment::Started(after) => std::thread::sleep(after.saturating_sub(begun.elapsed())),
            Moment::Told(lines, after) | Moment::Closing(lines, after) => {
                so_many(lines.min(given - from));
                std::thread::sleep(after);
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        writer.thread().unpark();
    });
    from + told.into_inner()
}

/// Kills, over one office after another; how many commands were told.
fn lane(kills: usize, seed: u64) -> (usize, usize) {
    let mut dice = StdRng::seed_from_u64(seed);
    let house = House::new();
    let dir = STREAM.begin(&house.path("ufficio"));
    let (mut at, mut told, mut under_way) = (0, 0, 0);
    for number in 0..kills {
        if at + 24 > STREAM.lines.len() {
            STREAM.begin(&dir);
            at = 0;
        }
        let moment = Moment::throw(&mut dice);
        let said = once(&house, &dir, at, moment);
        told += said - at;
        at = said;
        // Now and then the next program finds what two have left.
        if dice.random_bool(0.3) {
            continue;
        }
        let about = format!("seed {seed}, kill {number}, {moment:?}, {said} told");
        if number % 20 == 0 {
            let checked = house.run(&["verify", "--office", text(&dir)]);
            assert_eq!(checked.code, 0, "{about}: {checked:?}");
        }
        let held = STREAM.held(&dir);
        assert!(held == said || held == said + 1, "{about}, {held} held");
        under_way += held - said;
        at = held;
    }
    (told, under_way)
}

#[test]
fn killed_at_any_moment_it_has_what_it_said() {
    let (kills, seed) = (crate::count(200, 10_000), crate::seed(21));
    let begun = Instant::now();
    let done: Vec<(usize, usize)> = std::thread::scope(|scope| {
        let lanes: Vec<_> =
            (0..2).map(|lane_no| scope.spawn(move || lane(kills / 2, seed + lane_no))).collect();
        lanes.into_iter().map(|lane| lane.join().unwrap()).collect()
    });
    let (told, under_way) = done.into_iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    assert!(told > kills, "{told} commands told: the test says nothing");
    println!(
        "{kills} kills, seeds {seed} and {}: {told} commands told, all there; {under_way} under way, kept whole; {:.0} s",
        seed + 1,
        begun.elapsed().as_secs_f64()
    );
}
