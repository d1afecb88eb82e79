//! Every parser of what comes from outside is given the corpus of the fuzzer,
//! and every beginning of it, and each with a bit turned.

use std::fs;
use std::path::Path;

#[path = "../../fuzz/parsers.rs"]
mod parsers;

#[test]
fn the_corpus_of_the_fuzzer_is_taken_by_its_parser() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let mut given = 0;
    for (name, parser) in parsers::PARSERS {
        let mut seeds = 0;
        for seed in fs::read_dir(corpus.join(name)).unwrap_or_else(|_| panic!("{name}: no corpus")) {
            let bytes = fs::read(seed.unwrap().path()).unwrap();
            seeds += 1;
            parser(&bytes);
            for step in 1..8 {
                let cut = bytes.len() * step / 8;
                parser(&bytes[..cut]);
                let mut turned = bytes.clone();
                if let Some(byte) = turned.get_mut(cut) {
                    *byte ^= 1 << (cut % 8);
                    parser(&turned);
                }
                given += 2;
            }
        }
        assert!(seeds > 0, "{name}: an empty corpus");
    }
    assert_eq!(fs::read_dir(&corpus).unwrap().count(), parsers::PARSERS.len(), "a corpus without parser");
    println!("{given} inputs to {} parsers", parsers::PARSERS.len());
}
