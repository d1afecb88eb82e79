//! Numbers a command may leave out, given before it runs so that a replay
//! gives the same ones: those of documents and, where the desk counts its own
//! register, those of the protocol.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDateTime};

use super::command::Command;
use super::run::Desk;
use crate::domain::document::{DocumentKind, ProtocolEntry};
use crate::domain::number::DocumentNumber;
use crate::domain::paper::stationery::ProtocolMode;
use crate::fault::{Fault, Result};

/// The series of document numbers of a year, in the desk's counters.
pub(super) fn series(year: i32) -> String {
    format!("document/{year}")
}

/// The series of the desk's own protocol of a year.
pub(super) fn register(year: i32) -> String {
    format!("protocol/{year}")
}

/// A number of the desk's own protocol, `03-0000012`: the desk stands in it,
/// so two desks that are offline together never give the same one.
fn registered(desk: &str, sequence: u32) -> String {
    format!("{desk}-{sequence:07}")
}

/// The place in the series of a number this desk gave.
pub(super) fn sequence(desk: &str, number: &str) -> Option<u32> {
    let sequence = number.strip_prefix(desk)?.strip_prefix('-')?;
    sequence.parse().ok().filter(|place| registered(desk, *place) == number)
}

impl Desk {
    /// Series of this desk that stand behind what is on paper, with the last
    /// number there: the next would be given twice.
    pub(super) fn numbers_behind(&self) -> Result<Vec<(String, u32)>> {
        let (read, desk) = (self.store().read(), self.store().desk());
        let mut last: BTreeMap<String, u32> = BTreeMap::new();
        let mut on_paper = |series: String, place: u32| {
            let last = last.entry(series).or_default();
            *last = place.max(*last);
        };
        for (number, protocol, on) in read.numbers_on_paper()? {
            if let Ok(number) = number.parse::<DocumentNumber>()
                && desk.parse() == Ok(number.desk())
            {
                on_paper(series(number.year()), number.sequence());
            }
            if let (Some(place), Some(on)) = (sequence(desk, &protocol), on) {
                on_paper(register(on.year()), place);
            }
        }
        let mut behind = Vec::new();
        for (series, last) in last {
            if read.next_number(&series)? <= last {
                behind.push((series, last));
            }
        }
        Ok(behind)
    }

    /// Fills the numbers a command leaves out.
    pub(super) fn number(&self, command: &mut Command, at: NaiveDateTime) -> Result<()> {
        let number = match command {
            Command::PspIssue(issue) => Some(&mut issue.number),
            Command::DocumentIssue(issue) => Some(&mut issue.number),
            _ => None,
        };
        if let (Some(number), Some(office)) = (number.filter(|number| number.is_empty()), self.office()) {
            let sequence = self.store().read().next_number(&series(at.year()))?;
            let desk = self.store().desk().parse().map_err(Fault::internal)?;
            let given =
                DocumentNumber::new(&office.code, desk, at.year(), sequence).map_err(Fault::internal)?;
            *number = given.to_string();
        }
        self.register(command, at)
    }

    /// The number in the desk's own register. A memo repeats what the agenda
    /// has: it is not registered.
    fn register(&self, command: &mut Command, at: NaiveDateTime) -> Result<()> {
        let missing = match command {
            Command::PspIssue(issue) => issue.protocol.is_none(),
            Command::DocumentIssue(issue) => issue.protocol.is_none() && issue.kind != DocumentKind::Memo,
            Command::DocumentProtocol(entry) => entry.protocol.number.trim().is_empty(),
            _ => false,
        };
        if !missing || self.store().read().catalogue()?.protocol(at.date()) != ProtocolMode::Register {
            return Ok(());
        }
        let sequence = self.store().read().next_number(&register(at.year()))?;
        let given = ProtocolEntry { number: registered(self.store().desk(), sequence), on: Some(at.date()) };
        match command {
            Command::PspIssue(issue) => issue.protocol = Some(given),
            Command::DocumentIssue(issue) => issue.protocol = Some(given),
            Command::DocumentProtocol(entry) => entry.protocol = given,
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_this_desk_says_its_place() {
        assert_eq!(registered("03", 12), "03-0000012");
        assert_eq!(sequence("03", "03-0000012"), Some(12));
        for other in ["04-0000012", "03-12", "0012345", "03-", "03-00000012", "03-+000012"] {
            assert_eq!(sequence("03", other), None, "{other}");
        }
    }
}
