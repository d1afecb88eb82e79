//! Sections 4 to 10: what was agreed.

use super::wording::{self, fill};
use super::{Writer, date, joined, weekday_date};
use crate::documents::block::{Block, CellText, Marker, Table, Text, Tone};
use crate::domain::paper::{
    AppointmentPaper, BenefitPaper, ContactPaper, MeasurePaper, PlacePaper, PspPaper,
};

fn cell(text: impl Into<String>) -> Vec<CellText> {
    vec![CellText { text: Text::plain(text), tone: Tone::Body }]
}

fn soft(text: impl Into<String>) -> CellText {
    CellText { text: Text::plain(text), tone: Tone::Soft }
}

fn heads(head: &[&str]) -> Vec<String> {
    head.iter().map(|h| (*h).to_owned()).collect()
}

impl Writer {
    pub(super) fn objective(&mut self, objective: &str) {
        self.section(4);
        self.para(if objective.trim().is_empty() { wording::NONE_M } else { objective.trim() });
    }

    pub(super) fn contacts(&mut self, contact: &ContactPaper, benefit: &BenefitPaper) {
        self.section(5);
        let officer = self.or_missing(wording::OFFICER, &contact.officer);
        let phone = match contact.officer_phone.as_str() {
            "" => String::new(),
            phone => fill(wording::PHONE_SHORT, &[("phone", phone)]),
        };
        let reach = joined(&[&phone, &contact.officer_email], ", ");
        self.field(wording::OFFICER, joined(&[&officer, &reach], "\n"));
        let frequency = self.or_missing(wording::FREQUENCY, &contact.frequency);
        self.field(wording::FREQUENCY, joined(&[&frequency, &contact.mode], ", "));
        self.required(wording::CONVOCATION, &contact.convocation);
        if matches!(benefit, BenefitPaper::Unemployment { .. }) {
            self.para(wording::WORKING_DAYS);
        }
    }

    pub(super) fn measures(&mut self, paper: &PspPaper) {
        self.section(6);
        if paper.measures.is_empty() {
            self.para(wording::NONE_F);
            if let Some(reason) = &paper.no_measures_reason {
                self.para(fill(wording::NO_MEASURES_REASON, &[("reason", reason)]));
            }
            return;
        }
        let rows = paper.measures.iter().enumerate().map(|(n, m)| measure_row(n + 1, m)).collect();
        self.blocks.push(Block::Table(Table { head: heads(&wording::MEASURE_HEAD), row_head: 1, rows }));
    }

    pub(super) fn search_acts(&mut self, paper: &PspPaper) {
        self.section(7);
        if paper.search_acts.is_empty() {
            self.para(wording::NONE_F);
            self.missing.push(wording::SECTIONS[6]);
        } else {
            let rows = paper
                .search_acts
                .iter()
                .enumerate()
                .map(|(n, act)| {
                    let due = act.due.map(date).unwrap_or_default();
                    vec![cell((n + 1).to_string()), cell(&act.act), cell(&act.timing), cell(due)]
                })
                .collect();
            self.blocks.push(Block::Table(Table { head: heads(&wording::ACT_HEAD), row_head: 1, rows }));
        }
        self.required(wording::PROOF, &paper.proof);
    }

    pub(super) fn appointments(&mut self, appointments: &[AppointmentPaper]) {
        self.section(8);
        if appointments.is_empty() {
            self.para(wording::NONE_M);
            return;
        }
        let rows = appointments
            .iter()
            .map(|a| {
                let (day, hour) = (weekday_date(a.on), a.at.format("%H:%M").to_string());
                let time = fill(wording::APPOINTMENT_TIME, &[("day", &day), ("hour", &hour)]);
                let length = fill(wording::APPOINTMENT_LENGTH, &[("minutes", &a.minutes.to_string())]);
                let place = match &a.place {
                    PlacePaper::InPerson(place) => fill(wording::IN_PERSON, &[("place", place)]),
                    PlacePaper::Remote(place) => fill(wording::REMOTE, &[("place", place)]),
                };
                let when = vec![CellText { text: Text::strong(time), tone: Tone::Body }, soft(length)];
                vec![when, cell(&a.service), cell(&a.operator), cell(place)]
            })
            .collect();
        self.blocks.push(Block::Table(Table { head: heads(&wording::APPOINTMENT_HEAD), row_head: 0, rows }));
    }

    pub(super) fn person_commitments(&mut self, paper: &PspPaper) {
        self.section(9);
        self.para(wording::AVAILABLE);
        self.list(Marker::Letter, wording::AVAILABILITY.iter().copied());
        let inclusion = match paper.situation.benefit {
            BenefitPaper::Inclusion { .. } => &wording::INCLUSION_COMMITMENTS[..],
            _ => &[],
        };
        let own = paper.person_commitments.iter().map(String::as_str);
        let all: Vec<&str> = own.chain(inclusion.iter().copied()).filter(|c| !c.trim().is_empty()).collect();
        if !all.is_empty() {
            self.para(wording::COMMITS);
            self.list(Marker::Bullet, all.into_iter());
        }
    }

    pub(super) fn office_commitments(&mut self, commitments: &[String]) {
        self.section(10);
        self.para(wording::OFFICE_OFFERS);
        let mut own = commitments.iter().map(String::as_str).filter(|c| !c.trim().is_empty()).peekable();
        if own.peek().is_some() {
            self.para(wording::OFFICE_COMMITS);
            self.list(Marker::Bullet, own);
        }
    }

    pub(super) fn list<'a>(&mut self, marker: Marker, items: impl Iterator<Item = &'a str>) {
        self.blocks.push(Block::List { marker, items: items.map(Text::plain).collect() });
    }
}

fn measure_row(number: usize, measure: &MeasurePaper) -> Vec<Vec<CellText>> {
    let values = [("lep", measure.lep.as_str()), ("sap", measure.sap.as_str())];
    let codes = match (measure.lep.is_empty(), measure.sap.is_empty()) {
        (_, true) => String::new(),
        (true, false) => fill(wording::MEASURE_SAP, &values),
        (false, false) => fill(wording::MEASURE_CODES, &values),
    };
    let mut name = cell(&measure.name);
    if !codes.is_empty() {
        name.push(soft(codes));
    }
    let period = [(wording::FROM, measure.from), (wording::TO, measure.to)]
        .into_iter()
        .filter_map(|(template, on)| Some(fill(template, &[("date", &date(on?))])))
        .map(|text| CellText { text: Text::plain(text), tone: Tone::Body })
        .collect();
    vec![
        cell(number.to_string()),
        name,
        cell(&measure.provider),
        period,
        cell(&measure.outcome),
        cell(&measure.state),
    ]
}
