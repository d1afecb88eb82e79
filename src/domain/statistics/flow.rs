//! How much whoever knows every sum and every published cell can tell of one
//! that is not: the least and the most it can be.
//!
//! A cell grows by one when another of its row shrinks, one of that one's
//! column grows, and so on back to its own column: a way through the cells that
//! are not published. How much can go along such ways is a greatest flow.

use std::collections::VecDeque;

/// A table with what of it is not published.
pub(super) struct Known<'a> {
    pub counts: &'a [Vec<u32>],
    pub hidden: &'a [Vec<bool>],
}

/// More than any sum.
const MUCH: u32 = u32::MAX / 4;

impl Known<'_> {
    /// How far apart the least and the most are that a hidden cell can be.
    pub fn width(&self, row: usize, column: usize) -> u32 {
        let least = self.counts[row][column].min(self.pushed(row, column, false));
        least.saturating_add(self.pushed(row, column, true))
    }

    /// By how much the cell can grow, or shrink, while every sum stays.
    fn pushed(&self, row: usize, column: usize, grows: bool) -> u32 {
        let (rows, columns) = (self.counts.len(), self.counts[0].len());
        let nodes = rows + columns;
        let mut room = vec![vec![0_u32; nodes]; nodes];
        for (r, (counts, hidden)) in self.counts.iter().zip(self.hidden.iter()).enumerate() {
            for (c, (&count, &is_hidden)) in counts.iter().zip(hidden.iter()).enumerate() {
                if !is_hidden || (r, c) == (row, column) {
                    continue;
                }
                // Along the row the others do the opposite of the cell; none is
                // ever less than nobody.
                let (away, back) = if grows { (count, MUCH) } else { (MUCH, count) };
                room[r][rows + c] = away;
                room[rows + c][r] = back;
            }
        }
        greatest(&mut room, row, rows + column)
    }
}

/// The greatest flow between two nodes, by shortest ways.
fn greatest(room: &mut [Vec<u32>], from: usize, to: usize) -> u32 {
    let mut flow = 0_u32;
    loop {
        let mut before: Vec<Option<usize>> = vec![None; room.len()];
        let mut next = VecDeque::from([from]);
        before[from] = Some(from);
        while let Some(node) = next.pop_front() {
            for (other, free) in room[node].iter().enumerate() {
                if *free > 0 && before[other].is_none() {
                    before[other] = Some(node);
                    next.push_back(other);
                }
            }
        }
        if before[to].is_none() {
            return flow;
        }
        let way = |before: &[Option<usize>]| {
            let mut way = Vec::new();
            let mut node = to;
            while node != from {
                let last = before[node].unwrap_or(from);
                way.push((last, node));
                node = last;
            }
            way
        };
        let way = way(&before);
        let most = way.iter().map(|(a, b)| room[*a][*b]).min().unwrap_or(0);
        for (a, b) in way {
            room[a][b] -= most;
            room[b][a] = room[b][a].saturating_add(most).min(MUCH * 2);
        }
        flow = flow.saturating_add(most);
        if flow >= MUCH {
            return MUCH;
        }
    }
}
