//! Which copies of the office stay (regulation (EU) 2016/679 art. 32 c. 1 b,
//! c: what is lost must be brought back in time).

use super::Unit;
use super::group::{days, group, number};

group! {
    /// Copies the office makes by itself.
    Backup, "backup":
    /// Days of which the last copy stays (1–366).
    days: u32 = days(1, 366);
    /// Weeks of which the last copy stays (0–260).
    weeks: u32 = number(Unit::Count, 0, 260);
    /// Months of which the last copy stays (0–240).
    months: u32 = number(Unit::Months, 0, 240);
    /// Days without a copy after which the desk says so (1–60).
    late_days: u32 = days(1, 60);
}
