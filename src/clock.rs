//! Time is a parameter: everything that needs the hour is given a [`Clock`].

use chrono::{Local, NaiveDate, NaiveDateTime, Timelike};

/// Where the hour comes from. Local Italian time, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The computer's own clock.
    System,
    /// Always the same hour: tests, replay.
    Fixed(NaiveDateTime),
    /// An hour that started at `from` when the system clock showed `since`
    /// and runs on: the demo office under `--now`.
    Running {
        /// The hour shown at the start.
        from: NaiveDateTime,
        /// The system's hour at the start.
        since: NaiveDateTime,
    },
}

impl Clock {
    /// A clock that starts at `from` and runs.
    #[must_use]
    pub fn running(from: NaiveDateTime) -> Self {
        Self::Running { from, since: system_now() }
    }

    /// The hour now, whole seconds.
    #[must_use]
    pub fn now(&self) -> NaiveDateTime {
        match *self {
            Self::System => system_now(),
            Self::Fixed(at) => at,
            Self::Running { from, since } => from + (system_now() - since),
        }
    }

    /// Today's date.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().date()
    }
}

fn system_now() -> NaiveDateTime {
    let now = Local::now().naive_local();
    now.with_nanosecond(0).unwrap_or(now)
}
