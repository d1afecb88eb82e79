//! Data of people: how long they are kept, from how many on they are counted.

use super::Unit;
use super::group::{group, number};

group! {
    /// Data of people.
    Privacy, "privacy":
    /// Years after the last act about a person from which the record is listed
    /// to whoever decides on discarding it (0–100; R-PRV-9). 0: the body has
    /// not decided, nothing is listed.
    retention_years: u32 = number(Unit::Years, 0, 100);
    /// The least number of people a statistic tells of (5–100).
    statistics_least: u32 = number(Unit::Count, 5, 100);
}
