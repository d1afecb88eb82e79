//! Words that stand in the place of data a pact does not have. What the pact
//! says is in its template, `assets/templates/psp.txt`.

/// Not known to this office.
pub(super) const TO_VERIFY: &str = "da verificare";
/// To be written by hand.
pub(super) const BLANK_DATE: &str = "____ /____ /________";
/// Of a seniority.
pub(super) const DAYS: &str = "giorni";
/// The first day of it.
pub(super) const ONE_DAY: &str = "1 giorno";
