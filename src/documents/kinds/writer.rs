//! Fills the fields every document has: office, number, protocol, person.

use chrono::NaiveDate;

use super::{Filled, hour, weekday, words};
use crate::documents::template::Fields;
use crate::domain::number::DocumentNumber;
use crate::domain::paper::stationery::Stationery;
use crate::domain::paper::{AppointmentPaper, HeadPaper, OfficePaper, PlacePaper, Protocol, RecipientPaper};

/// The fields of a document while they are filled.
#[derive(Debug, Default)]
pub struct Writer(Filled);

impl Writer {
    /// On the stationery of an office.
    pub fn on(stationery: &Stationery) -> Self {
        let mut writer = Self::default();
        writer.0.fields.list("letterhead", &stationery.lines);
        writer.put("to_complete", words::TO_COMPLETE);
        writer
    }

    /// What was filled.
    pub fn done(self) -> Filled {
        self.0
    }

    /// The fields themselves, for rows, lists and flags.
    pub fn fields(&mut self) -> &mut Fields {
        &mut self.0.fields
    }

    /// A text; may be empty.
    pub fn put(&mut self, name: &'static str, value: &str) {
        self.0.fields.text(name, value.trim());
    }

    /// A date; may be empty.
    pub fn day(&mut self, name: &'static str, day: Option<NaiveDate>) {
        self.0.fields.text(name, day.map(words::day).unwrap_or_default());
    }

    /// What must be there: a draft says that it is missing.
    pub fn must(&mut self, name: &'static str, label: &'static str, value: &str) {
        self.need(label, !value.trim().is_empty());
        self.put(name, if value.trim().is_empty() { words::TO_COMPLETE } else { value });
    }

    /// Something that must be there, named as people read it.
    pub fn need(&mut self, label: &'static str, is_there: bool) {
        if !is_there {
            self.0.missing.push(label);
        }
    }

    /// The office box.
    pub fn office(&mut self, office: &OfficePaper) {
        for (name, value) in [
            ("body_name", &office.body),
            ("cpi_name", &office.name),
            ("cpi_address", &office.address),
            ("cpi_phone", &office.phone),
            ("cpi_email", &office.email),
            ("cpi_pec", &office.pec),
        ] {
            self.put(name, value);
        }
    }

    /// Number, version and state of the document. What is issued has a number.
    pub fn number(&mut self, number: Option<&DocumentNumber>, version: u32, draft: bool) {
        let id = number.map_or(words::DRAFT_NUMBER.to_owned(), ToString::to_string);
        self.put("document", &format!("{id} · versione {version}"));
        self.put("document_id", &id);
        self.put("version", &version.to_string());
        self.fields().flag("numbered", number.is_some());
        self.fields().flag("draft", draft);
        self.0.draft = draft;
        self.0.issued = number.map(|number| (number.clone(), version));
        self.need("Numero", draft || number.is_some());
    }

    /// The line of the protocol, where there is one.
    pub fn protocol(&mut self, protocol: Option<&Protocol>) {
        let year = protocol.map(|p| p.on.format("%Y").to_string()).unwrap_or_default();
        let number = protocol.map_or("", |protocol| &protocol.number);
        // Many write the year with the number: it is not printed twice.
        let alone = number.strip_suffix(&year).and_then(|number| number.strip_suffix('/'));
        self.put("protocol_number", alone.unwrap_or(number));
        self.put("protocol_year", &year);
        self.day("protocol_date", protocol.map(|protocol| protocol.on));
    }

    /// What every document but the PSP has in common: one without a number is
    /// a draft.
    pub fn head(&mut self, head: &HeadPaper) {
        self.office(&head.office);
        self.number(head.number.as_ref(), head.version, head.number.is_none());
        self.protocol(head.protocol.as_ref());
        self.day("issued_on", Some(head.issued_on));
        self.must("operator_full_name", "Per il Centro", &head.operator);
    }

    /// To whom it goes.
    pub fn person(&mut self, person: &RecipientPaper) {
        self.whose(&person.full_name, &person.fiscal_code);
        self.put("contact_address", &person.address);
    }

    /// Words that stay out of the title of the file.
    pub fn hide(&mut self, words: impl IntoIterator<Item = String>) {
        self.0.private.extend(words);
    }

    /// Of what is never issued: no number, no version, no protocol.
    pub fn unnumbered(&mut self) {
        self.put("document", "");
        self.put("version", "");
        self.fields().flag("numbered", false);
        self.fields().flag("draft", false);
        self.protocol(None);
    }

    /// Name and fiscal code, which stay out of the title of the file.
    pub fn whose(&mut self, full_name: &str, fiscal_code: &str) {
        self.must("registrant_full_name", "Persona", full_name);
        self.must("fiscal_code", "Codice fiscale", fiscal_code);
        self.hide([full_name.trim().to_owned(), fiscal_code.trim().to_owned()]);
    }
}

/// Rows, each with its number from 1.
pub fn numbered<T>(rows: &[T], fields: fn(&T, &mut Fields)) -> Vec<Fields> {
    let one = |(at, row): (usize, &T)| {
        let mut made = Fields::default();
        made.text("number", (at + 1).to_string());
        fields(row, &mut made);
        made
    };
    rows.iter().enumerate().map(one).collect()
}

/// The texts that say something.
pub fn said(all: &[String]) -> Vec<String> {
    all.iter().filter(|one| !one.trim().is_empty()).cloned().collect()
}

/// A row of the appointments to come.
pub fn appointment(appointment: &AppointmentPaper, fields: &mut Fields) {
    let (remote, place) = match &appointment.place {
        PlacePaper::InPerson(place) => (false, place),
        PlacePaper::Remote(place) => (true, place),
    };
    fields.text("day", weekday(appointment.on));
    fields.text("hour", hour(appointment.at));
    fields.text("minutes", appointment.minutes.to_string());
    fields.text("service", &appointment.service);
    fields.text("operator", &appointment.operator);
    fields.flag("remote", remote);
    fields.text("place", place);
}
