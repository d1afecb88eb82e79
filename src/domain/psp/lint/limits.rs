//! How long is too long for the advice about a pact. Opinions of the program,
//! not of the law. Figures of the law are the office's: [`Terms`].

/// Days a draft may lie.
pub const DRAFT_DAYS: i64 = 30;
/// Longest measure, days.
pub const MEASURE_DAYS: i64 = 365;
/// Days from the pact within which a measure begins.
pub const BEGIN_DAYS: i64 = 120;
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

/// Figures of the law and of the office, of the day the pact is judged by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Days after which an assessment is looked at again (R-PSP-11).
    pub assessment_days: i64,
    /// Days for which the national index holds (R-DID-20).
    pub index_days: i64,
    /// Days within which the national code of a DID is expected (R-DID-9).
    pub did_code_days: i64,
    /// Longest silence with AdI or SFL, days (R-ADI-3, R-SFL-3).
    pub presence_days: i64,
    /// Agencies with AdI or SFL (R-PAD-1, R-SFL-2).
    pub agencies: u64,
}
