//! Every parser of what comes from outside is given the corpus of the fuzzer,
//! and what thrown dice make of it. The fuzzer (`fuzz/run`) sees where an
//! input leads and goes on from there; this needs no other compiler.

use std::fs;
use std::path::Path;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

#[path = "../../fuzz/parsers.rs"]
mod parsers;

/// One of the seeds with a few things done to it, or with part of another.
fn changed(seeds: &[Vec<u8>], dice: &mut StdRng) -> Vec<u8> {
    let any = |dice: &mut StdRng| &seeds[dice.random_range(0..seeds.len())];
    let mut bytes = any(dice).clone();
    for _ in 0..dice.random_range(1..6) {
        let at = dice.random_range(0..=bytes.len());
        let end = dice.random_range(at..=bytes.len().min(at + 40));
        match dice.random_range(0..7) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => drop(bytes.splice(at..end, [dice.random()])),
            3 => drop(bytes.splice(at..at, [b"\0\xff\x80\n{}[]\"#|%-9"[dice.random_range(0..14)]])),
            4 => {
                let part = bytes[at..end].to_vec();
                let times = dice.random_range(1..20);
                bytes.splice(at..at, part.repeat(times));
            }
            5 => {
                let other = any(dice);
                let from = dice.random_range(0..=other.len());
                bytes.splice(at..end, other[from..].iter().copied());
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.random_range(0..8);
                }
            }
        }
    }
    bytes.truncate(16 * 1024);
    bytes
}

#[test]
fn the_corpus_of_the_fuzzer_is_taken_by_its_parser() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let (each, seed) = (crate::count(40, 5_000), crate::seed(61));
    let mut given = 0;
    for (name, parser) in parsers::PARSERS {
        let seeds: Vec<Vec<u8>> = fs::read_dir(corpus.join(name))
            .unwrap_or_else(|_| panic!("{name}: no corpus"))
            .map(|seed| fs::read(seed.unwrap().path()).unwrap())
            .collect();
        assert!(!seeds.is_empty(), "{name}: an empty corpus");
        seeds.iter().for_each(|bytes| parser(bytes));
        for nth in 0..each {
            let mut dice = StdRng::seed_from_u64(seed * 1_000_003 + nth as u64);
            let bytes = changed(&seeds, &mut dice);
            let done = std::panic::catch_unwind(|| parser(&bytes));
            assert!(done.is_ok(), "{name}, seed {seed}, {nth}: {:?}", String::from_utf8_lossy(&bytes));
        }
        given += seeds.len() + each;
    }
    assert_eq!(fs::read_dir(&corpus).unwrap().count(), parsers::PARSERS.len(), "a corpus without parser");
    println!("{given} inputs to {} parsers, seed {seed}", parsers::PARSERS.len());
}
