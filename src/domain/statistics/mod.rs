//! Counts of people that tell of nobody: cells under a threshold are not
//! published, and no sum gives them away.
//!
//! What is published is one table that crosses two things, and lists by one
//! thing each. Categories with too few people are joined first, so that no sum
//! of a row or a column is ever small; then small cells are left out, and others
//! beside them (complementary suppression) until whoever knows every sum and
//! every published cell can place each small cell only within a stretch wider
//! than the threshold.

use std::collections::BTreeMap;

use serde::Serialize;

mod flow;
#[cfg(test)]
mod tests;

/// The least threshold: nothing from 1 to 4 is ever told.
pub const LEAST: u32 = 5;

/// A list by one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct List {
    /// By what.
    pub by: String,
    /// Category and people, in the order given; each at least the threshold,
    /// or none.
    pub rows: Vec<(String, u32)>,
}

/// A table that crosses two things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// By what, rows and columns.
    pub by: (String, String),
    /// Categories of the rows.
    pub rows: Vec<String>,
    /// Categories of the columns.
    pub columns: Vec<String>,
    /// People; `None` for what is not published.
    pub cells: Vec<Vec<Option<u32>>>,
    /// Sums of the rows.
    pub row_sums: Vec<u32>,
    /// Sums of the columns.
    pub column_sums: Vec<u32>,
}

/// What categories too small to be told are joined into.
pub const OTHERS: &str = "altro";

/// Everybody of too few together, under no name.
fn join(counts: &BTreeMap<String, u32>, least: u32) -> BTreeMap<String, String> {
    let mut small: Vec<(&String, u32)> =
        counts.iter().filter(|(_, count)| **count < least).map(|(name, count)| (name, *count)).collect();
    let mut joined: u32 = small.iter().map(|(_, count)| count).sum();
    // What is joined may still be too few: the smallest of the others goes with it.
    if joined > 0 && joined < least {
        let mut others: Vec<(&String, u32)> =
            counts.iter().filter(|(_, count)| **count >= least).map(|(name, count)| (name, *count)).collect();
        others.sort_by_key(|(name, count)| (*count, (*name).clone()));
        if let Some((name, count)) = others.first() {
            small.push((name, *count));
            joined += count;
        }
    }
    debug_assert!(joined == 0 || joined >= least || counts.values().sum::<u32>() < least);
    let is_small = |name: &String| small.iter().any(|(one, _)| *one == name);
    let told = |name: &String| if is_small(name) { OTHERS.to_owned() } else { name.clone() };
    counts.keys().map(|name| (name.clone(), told(name))).collect()
}

/// How many of each.
fn tally<'a>(all: impl Iterator<Item = &'a String>) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(one.clone()).or_insert(0) += 1;
    }
    counts
}

/// The list of people by one thing; empty where everybody together are too few.
#[must_use]
pub fn list(by: &str, people: &[String], least: u32) -> List {
    let least = least.max(LEAST);
    if (people.len() as u64) < u64::from(least) {
        return List { by: by.to_owned(), rows: Vec::new() };
    }
    let joined = join(&tally(people.iter()), least);
    let told: Vec<String> = people.iter().map(|one| joined[one].clone()).collect();
    let mut rows: Vec<(String, u32)> = tally(told.iter()).into_iter().collect();
    others_last(&mut rows, |row| &row.0);
    List { by: by.to_owned(), rows }
}

fn others_last<T>(rows: &mut [T], name: impl Fn(&T) -> &String) {
    rows.sort_by_key(|row| (name(row) == OTHERS, name(row).clone()));
}

/// The table of people by two things; empty where they are too few.
#[must_use]
pub fn cross(by: (&str, &str), people: &[(String, String)], least: u32) -> Table {
    let least = least.max(LEAST);
    let by = (by.0.to_owned(), by.1.to_owned());
    if (people.len() as u64) < u64::from(least) {
        let none = Vec::new;
        let (row_sums, column_sums) = (Vec::new(), Vec::new());
        return Table { by, rows: none(), columns: none(), cells: Vec::new(), row_sums, column_sums };
    }
    let of_rows = join(&tally(people.iter().map(|one| &one.0)), least);
    let of_columns = join(&tally(people.iter().map(|one| &one.1)), least);
    let categories = |joined: &BTreeMap<String, String>| {
        let mut all: Vec<String> = joined.values().cloned().collect();
        all.sort();
        all.dedup();
        others_last(&mut all, |one| one);
        all
    };
    let (rows, columns) = (categories(&of_rows), categories(&of_columns));
    let mut counts = vec![vec![0_u32; columns.len()]; rows.len()];
    for (row, column) in people {
        let place = |all: &[String], name: &String| all.iter().position(|one| one == name);
        if let (Some(r), Some(c)) = (place(&rows, &of_rows[row]), place(&columns, &of_columns[column])) {
            counts[r][c] += 1;
        }
    }
    let row_sums = counts.iter().map(|row| row.iter().sum()).collect();
    let column_sums = (0..columns.len()).map(|c| counts.iter().map(|row| row[c]).sum()).collect();
    let hidden = suppress(&counts, least);
    let cells = counts
        .iter()
        .zip(&hidden)
        .map(|(row, hidden)| row.iter().zip(hidden).map(|(n, hide)| (!hide).then_some(*n)).collect())
        .collect();
    Table { by, rows, columns, cells, row_sums, column_sums }
}

/// Which cells are not published.
fn suppress(counts: &[Vec<u32>], least: u32) -> Vec<Vec<bool>> {
    let is_small = |count: u32| count > 0 && count < least;
    let mut hidden: Vec<Vec<bool>> =
        counts.iter().map(|row| row.iter().map(|count| is_small(*count)).collect()).collect();
    loop {
        let known = flow::Known { counts, hidden: &hidden };
        let bare = cells(counts).find(|(r, c)| is_small(counts[*r][*c]) && known.width(*r, *c) < least);
        let Some((row, column)) = bare else { return spared(counts, hidden, least) };
        // The cheapest cell that is told and could hide it: in its row or in its
        // column first, then anywhere.
        let cost = |(r, c): &(usize, usize)| {
            let beside = usize::from(*r == row) + usize::from(*c == column);
            (counts[*r][*c] == 0, 2 - beside.min(2), counts[*r][*c])
        };
        let next = cells(counts).filter(|(r, c)| !hidden[*r][*c]).min_by_key(cost);
        match next {
            Some((r, c)) => hidden[r][c] = true,
            // One row or one column: every cell is its sum, which is not small.
            None => return hidden,
        }
    }
}

/// Without what turned out to hide nothing: a cell that is not small is told
/// again where every small one stays as hidden.
fn spared(counts: &[Vec<u32>], mut hidden: Vec<Vec<bool>>, least: u32) -> Vec<Vec<bool>> {
    let is_small = |count: u32| count > 0 && count < least;
    for (r, c) in cells(counts).filter(|(r, c)| !is_small(counts[*r][*c])) {
        if !std::mem::take(&mut hidden[r][c]) {
            continue;
        }
        let known = flow::Known { counts, hidden: &hidden };
        hidden[r][c] = cells(counts).any(|(r, c)| is_small(counts[r][c]) && known.width(r, c) < least);
    }
    hidden
}

fn cells(counts: &[Vec<u32>]) -> impl Iterator<Item = (usize, usize)> + use<'_> {
    counts.iter().enumerate().flat_map(|(r, row)| (0..row.len()).map(move |c| (r, c)))
}
