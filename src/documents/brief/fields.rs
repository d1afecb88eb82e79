//! The fields of the page «In breve», by the names templates know.

use chrono::NaiveDate;

use crate::documents::kinds::{Filled, Writer};
use crate::documents::template::Fields;
use crate::domain::language::Language;
use crate::domain::paper::stationery::Stationery;
use crate::domain::paper::{
    AppointmentPaper, BenefitPaper, MeasurePaper, PlacePaper, PspPaper, SearchActPaper, SigningMeans,
};
use crate::tables::languages::{self, Manners};

/// The fields of a pact in a language. Of what goes on for longer than `most`
/// points the page tells the first, and how many others the pact has.
pub(super) fn fill(paper: &PspPaper, language: Language, most: usize, stationery: &Stationery) -> Filled {
    let manners = languages::of(language);
    let mut writer = Writer::on(stationery);
    writer.office(&paper.office);
    writer.whose(&paper.person.full_name, &paper.person.fiscal_code);
    writer.number(paper.number.as_ref(), paper.version, paper.draft);
    heads(writer.fields(), paper, manners);
    agreed(writer.fields(), paper, manners, most);
    let mut filled = writer.done();
    // The code of a document says that its words are those that were issued:
    // this page was never issued, and says which pact it goes with.
    filled.issued = None;
    filled
}

/// Words as part of a sentence: without the stop they were typed with.
fn clause(words: &str) -> &str {
    words.trim().trim_end_matches(['.', ';', ',', ':']).trim_end()
}

fn date(manners: &Manners, on: Option<NaiveDate>) -> String {
    on.map(|on| manners.date(on)).unwrap_or_default()
}

fn heads(fields: &mut Fields, paper: &PspPaper, manners: &Manners) {
    let contact = &paper.contact;
    for (name, value) in [
        ("operator_full_name", &paper.operator),
        ("case_officer_full_name", &contact.officer),
        ("contact_frequency", &contact.frequency),
        ("contact_mode", &contact.mode),
        ("agreed_convocation_channel", &contact.convocation),
        ("proof_method", &paper.proof),
    ] {
        fields.text(name, clause(value));
    }
    fields.text("objective_text", paper.objective.trim());
    fields.text("case_officer_phone", contact.officer_phone.trim());
    fields.text("case_officer_email", contact.officer_email.trim());
    fields.own("document_id", paper.number.as_ref().map(ToString::to_string).unwrap_or_default());
    fields.own("signed_on", date(manners, paper.signing.on));
    fields.own("confirm_by", date(manners, paper.confirm_by));
    fields.own("language_name", manners.name.clone());
    fields.flag("reviewed", manners.reviewed);
    // By when an absence is explained, as the pact itself says it.
    let days = paper.figures.absence_days;
    fields.own("absence_days", days.to_string());
    fields.flag("same_day", days == 0);
    fields.flag("day_after", days == 1);
    let benefit = match &paper.situation.benefit {
        BenefitPaper::None => "",
        BenefitPaper::Unemployment { name, .. } | BenefitPaper::Inclusion { name, .. } => name,
    };
    fields.text("benefit_name", benefit);
    fields.flag("N", matches!(paper.situation.benefit, BenefitPaper::Unemployment { .. }));
    fields.flag("I", matches!(paper.situation.benefit, BenefitPaper::Inclusion { .. }));
    fields.flag("S", matches!(paper.situation.benefit, BenefitPaper::Inclusion { own: true, .. }));
    fields.flag("E", paper.signing.means == SigningMeans::Electronic);
}

fn agreed(fields: &mut Fields, paper: &PspPaper, manners: &Manners, most: usize) {
    let mut rows = |name, more, count: usize, made: Vec<Fields>| {
        fields.rows(name, made);
        let left = count.saturating_sub(most);
        fields.own(more, if left > 0 { left.to_string() } else { String::new() });
    };
    let acts = paper.search_acts.iter().take(most).map(|act| act_fields(act, manners)).collect();
    rows("search_acts", "more_search_acts", paper.search_acts.len(), acts);
    let measures = paper.measures.iter().take(most).map(|one| measure_fields(one, manners)).collect();
    rows("measures", "more_measures", paper.measures.len(), measures);
    let later = paper.appointments.get(1..).unwrap_or_default();
    let shown = later.iter().take(most).map(|one| appointment_fields(one, manners)).collect();
    rows("appointments", "more_appointments", later.len(), shown);
    let next = paper.appointments.first();
    fields.own("next_day", next.map(|next| manners.weekday_date(next.on)).unwrap_or_default());
    fields.own("next_hour", next.map(|next| next.at.format("%H:%M").to_string()).unwrap_or_default());
    fields.own("next_minutes", next.map(|next| next.minutes.to_string()).unwrap_or_default());
    fields.text("next_service", next.map_or("", |next| clause(&next.service)));
    fields.text("next_operator", next.map_or("", |next| next.operator.trim()));
    fields.flag("next_remote", next.is_some_and(|next| matches!(next.place, PlacePaper::Remote(_))));
    fields.text("next_place", next.map_or("", |next| clause(place(next))));
    let said: Vec<String> = paper
        .person_commitments
        .iter()
        .map(|said| clause(said).to_owned())
        .filter(|s| !s.is_empty())
        .collect();
    fields.list("person_commitments", &said);
}

fn place(appointment: &AppointmentPaper) -> &str {
    match &appointment.place {
        PlacePaper::InPerson(place) | PlacePaper::Remote(place) => place,
    }
}

fn act_fields(act: &SearchActPaper, manners: &Manners) -> Fields {
    let mut fields = Fields::default();
    fields.text("name", clause(&act.act));
    fields.text("timing", clause(&act.timing));
    fields.own("due", date(manners, act.due));
    fields
}

fn measure_fields(measure: &MeasurePaper, manners: &Manners) -> Fields {
    let mut fields = Fields::default();
    fields.text("name", clause(&measure.name));
    fields.text("provider", clause(&measure.provider));
    fields.text("outcome", clause(&measure.outcome));
    fields.own("from", date(manners, measure.from));
    fields.own("to", date(manners, measure.to));
    fields
}

fn appointment_fields(appointment: &AppointmentPaper, manners: &Manners) -> Fields {
    let mut fields = Fields::default();
    fields.own("day", manners.weekday_date(appointment.on));
    fields.own("hour", appointment.at.format("%H:%M").to_string());
    fields.own("minutes", appointment.minutes.to_string());
    fields.text("service", clause(&appointment.service));
    fields.text("operator", appointment.operator.trim());
    fields.flag("remote", matches!(appointment.place, PlacePaper::Remote(_)));
    fields.text("place", clause(place(appointment)));
    fields
}
