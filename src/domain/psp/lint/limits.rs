//! How long is too long for the advice about a pact. Opinions of the program,
//! not of the law, unless a rule is named.

/// Days after which an assessment is looked at again.
pub const ASSESSMENT_DAYS: i64 = 180;
/// Days for which the national index holds (R-DID-20).
pub const INDEX_DAYS: i64 = 90;
/// Days within which the national code of a DID is expected (R-DID-9).
pub const DID_CODE_DAYS: i64 = 30;
/// Days a draft may lie.
pub const DRAFT_DAYS: i64 = 30;
/// Longest measure, days.
pub const MEASURE_DAYS: i64 = 365;
/// Days from the pact within which a measure begins.
pub const BEGIN_DAYS: i64 = 120;
/// Longest silence with AdI and SFL, days (R-ADI-3, R-SFL-3).
pub const INCLUSION_DAYS: i64 = 90;
/// Days an appointment may come after the agreed frequency.
pub const GRACE_DAYS: i64 = 7;
/// Furthest confirmation, days.
pub const CONFIRM_DAYS: i64 = 730;
/// Most measures of a pact.
pub const MEASURES: usize = 8;
/// Most sectors that still say what is looked for.
pub const SECTORS: usize = 4;
/// Most times in one quantity: more is a key pressed twice.
pub const TIMES: u64 = 30;
/// Agencies with AdI and SFL (R-PAD-1, R-SFL-2).
pub const AGENCIES: u64 = 3;
/// Fewest words of a text that says something.
pub const WORDS: usize = 3;
/// Words from which the same text in two places is a slip.
pub const SAME_WORDS: usize = 4;
/// Longest text of a section that is read at the desk, characters.
pub const LONG_TEXT: usize = 1_000;
/// Longest text in the cell of a table, characters.
pub const LONG_CELL: usize = 160;
/// Letters from which a text all in capitals is one.
pub const CAPITALS: usize = 12;
