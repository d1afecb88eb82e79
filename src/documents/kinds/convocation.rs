//! The fields of the letter of a convocation and of the memo of the next
//! appointments.

use super::{Filled, Writer, appointment, hour, numbered, said, terms, weekday};
use crate::domain::paper::stationery::Stationery;
use crate::domain::paper::{ConvocationPaper, MemoPaper, Support};

/// Fields a convocation cannot do without (R-CNV-1 to 4; art. 21 c.7 and 8
/// d.lgs. 150/2015 for what an absence costs).
pub const LETTER_NEEDED: &[&str] = &[
    "cpi_name",
    "document",
    "registrant_full_name",
    "appointment_day",
    "appointment_hour",
    "appointment_operator",
    "service",
    "place",
    "platform",
    "link",
    "phone",
    "reply",
    "N",
    "I",
    "signer",
];

/// Fields a memo cannot do without.
pub const MEMO_NEEDED: &[&str] = &["cpi_name", "document", "registrant_full_name", "appointments", "reply"];

/// The fields of a letter on an office's stationery.
pub fn letter(paper: &ConvocationPaper, stationery: &Stationery) -> Filled {
    let mut writer = Writer::on(stationery);
    writer.head(&paper.head);
    writer.person(&paper.person);
    writer.must("channel", "Inviata con", &paper.channel);
    writer.put("appointment_day", &weekday(paper.on));
    writer.put("appointment_hour", &hour(paper.at));
    writer.put("minutes", &if paper.minutes == 0 { String::new() } else { paper.minutes.to_string() });
    writer.must("service", "Per", &paper.service);
    writer.must("appointment_operator", "Con", &paper.operator);
    ways(&mut writer, paper);
    terms(&mut writer, &paper.figures);
    writer.put("ask_remote", &paper.ask_remote);
    writer.day("choose_by", paper.choose_by);
    reply(&mut writer, &paper.reply_phone, &paper.reply_email);
    writer.fields().list("bring", &said(&paper.bring));
    writer.fields().flag("N", paper.support == Support::Unemployment);
    writer.fields().flag("I", matches!(paper.support, Support::Inclusion | Support::Training));
    writer.fields().flag("S", paper.support == Support::Training);
    writer.must("signer", "Firma", &paper.signer);
    writer
        .put("signer_role", if paper.signer_role.is_empty() { "Per il Centro" } else { &paper.signer_role });
    writer.done()
}

/// The fields of a memo on an office's stationery.
pub fn memo(paper: &MemoPaper, stationery: &Stationery) -> Filled {
    let mut writer = Writer::on(stationery);
    writer.head(&paper.head);
    writer.person(&paper.person);
    writer.need("Appuntamenti", !paper.appointments.is_empty());
    writer.fields().rows("appointments", numbered(&paper.appointments, appointment));
    writer.fields().list("bring", &said(&paper.bring));
    reply(&mut writer, &paper.reply_phone, &paper.reply_email);
    terms(&mut writer, &paper.figures);
    writer.done()
}

/// In person with the place, remote with platform and link, by telephone with
/// the number, or more of them (R-CNV-2, 3).
fn ways(writer: &mut Writer, paper: &ConvocationPaper) {
    let (place, remote) = (paper.in_person.as_ref(), paper.remote.as_ref());
    writer.need("Come può venire", place.is_some() || remote.is_some() || !paper.phone.is_empty());
    writer.put("phone", &paper.phone);
    writer.fields().flag("in_person", place.is_some());
    writer.fields().flag("remote", remote.is_some());
    let parts = place.map(|place| [place.name.trim(), place.address.trim(), place.room.trim()]);
    let parts: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let known = place.is_none_or(|place| !place.address.trim().is_empty());
    writer.need("Indirizzo dell'appuntamento", known);
    writer.put("place", &parts.join(", "));
    writer.need("Piattaforma", remote.is_none_or(|remote| !remote.platform.trim().is_empty()));
    writer.need("Collegamento", remote.is_none_or(|remote| !remote.link.trim().is_empty()));
    writer.put("platform", remote.map_or("", |remote| &remote.platform));
    writer.put("link", remote.map_or("", |remote| &remote.link));
    writer.fields().flag("own_account", remote.is_some_and(|remote| remote.own_account));
}

/// Where to answer, on one line.
fn reply(writer: &mut Writer, phone: &str, email: &str) {
    let (phone, email) = (phone.trim(), email.trim());
    let said = match (phone.is_empty(), email.is_empty()) {
        (false, false) => format!("tel. {phone}, e-mail {email}"),
        (false, true) => format!("tel. {phone}"),
        (true, _) => email.to_owned(),
    };
    writer.put("reply_phone", phone);
    writer.put("reply_email", email);
    writer.put("reply", &said);
}
