//! One program for every parser: `FUZZ_PARSER` says which. One link instead
//! of sixteen, and the list is in one place.
#![no_main]

use std::sync::LazyLock;

mod parsers;

static PARSER: LazyLock<parsers::Parser> = LazyLock::new(|| {
    let wanted = std::env::var("FUZZ_PARSER").unwrap_or_default();
    let found = parsers::PARSERS.iter().find(|(name, _)| *name == wanted);
    found.unwrap_or_else(|| panic!("FUZZ_PARSER is one of {:?}", parsers::PARSERS.map(|(name, _)| name))).1
});

libfuzzer_sys::fuzz_target!(|data: &[u8]| PARSER(data));
