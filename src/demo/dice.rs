//! Seeded chance: the same seed throws the same dice, one stream a person, so
//! that more people do not change those before.

use chrono::{NaiveDate, TimeDelta};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// A stream of chance.
pub(super) struct Dice(StdRng);

impl Dice {
    /// The stream with this number.
    pub fn new(seed: u64, stream: u64) -> Self {
        // An odd constant spreads neighbouring streams over all seeds.
        Self(StdRng::seed_from_u64(seed ^ stream.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    }

    /// From `low` to `high`, both inside.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        self.0.random_range(low..=high.max(low))
    }

    /// True so many times in a hundred.
    pub fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of them; the list is one written here, never empty.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.0.random_range(0..items.len())]
    }

    /// One of them, each with its weight.
    pub fn weighted<T: Copy>(&mut self, items: &[(T, u32)]) -> T {
        let total: u32 = items.iter().map(|(_, weight)| weight).sum();
        let mut left = self.0.random_range(0..total);
        for (item, weight) in items {
            if left < *weight {
                return *item;
            }
            left -= weight;
        }
        items[0].0
    }

    /// A day so many days before another.
    pub fn days_before(&mut self, day: NaiveDate, least: i64, most: i64) -> NaiveDate {
        day - TimeDelta::days(self.between(least, most))
    }
}
