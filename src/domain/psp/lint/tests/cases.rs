//! Fixtures of sections 1 to 5, 8 and 12 to 15.

use super::{Case, day, measure, next_year};
use crate::domain::did::{Benefit, DidState};
use crate::domain::office::Role;
use crate::domain::psp::PspState;
use chrono::NaiveDate;

pub(super) const CASES: &[Case] = &[
    (
        "L-PSP-01",
        |w| w.person.id_doc_expires_on = Some(day(11, 22)),
        |w| w.person.id_doc_expires_on = Some(day(11, 23)),
    ),
    ("L-PSP-02", |w| w.known.needs_permit = true, |w| w.person.permit_number = "IZZ000001".into()),
    (
        "L-PSP-03",
        |w| {
            w.known.needs_permit = true;
            w.person.permit_expires_on = Some(day(11, 22));
        },
        |w| w.person.permit_renewal = true,
    ),
    (
        "L-PSP-04",
        |w| {
            w.known.needs_permit = true;
            w.person.permit_expires_on = Some(next_year(1, 10));
        },
        |w| w.version.person_commitments.push_str("\nChiedere il rinnovo del permesso di soggiorno."),
    ),
    (
        "L-PSP-05",
        |w| {
            w.version.contact_address = "via d'Esempio, Bergamo".into();
            w.known.addresses = vec!["via d'Esempio, Bergamo".into()];
        },
        |w| {
            w.version.contact_address = "via d'Esempio 1, Bergamo".into();
            w.known.addresses = vec!["via d'Esempio 1, Bergamo".into()];
        },
    ),
    (
        "L-PSP-06",
        |w| w.version.contact_address = "via Vecchia 9, 24121 Bergamo (BG)".into(),
        |w| w.version.contact_address = "presso Neri, VIA D’ESEMPIO 1, 24121 Bergamo (BG)".into(),
    ),
    (
        "L-PSP-07",
        |w| {
            for contact in [&mut w.person.mobile, &mut w.person.email, &mut w.person.pec] {
                contact.clear();
            }
            w.version.convocation_channel = "registered_letter".into();
        },
        |w| w.person.phone = "035 000002".into(),
    ),
    (
        "L-PSP-08",
        |w| {
            w.person.birth_date = NaiveDate::from_ymd_opt(2009, 5, 1);
            w.person.guardian_name = "ROSSI Maria".into();
        },
        |w| w.person.guardian_name = "Lucia Rossi".into(),
    ),
    ("L-PSP-09", |w| w.did.inps_date = None, |w| w.did.inps_date = Some(day(11, 12))),
    (
        "L-PSP-10",
        |w| {
            w.did.date = day(10, 20);
            w.did.national_id.clear();
        },
        |w| w.did.national_id = "ABC".into(),
    ),
    ("L-PSP-11", |w| w.person.last_job_end = None, |w| w.person.last_job_end = Some(day(11, 9))),
    ("L-PSP-12", |w| w.did.state = DidState::Suspended, |w| w.did.state = DidState::Validated),
    (
        "L-PSP-13",
        |w| {
            w.did.date = day(1, 10);
            w.assessment.date = day(5, 26);
        },
        |w| w.assessment.date = day(5, 27),
    ),
    ("L-PSP-14", |w| w.assessment.date = day(11, 11), |w| w.assessment.date = day(11, 12)),
    (
        "L-PSP-15",
        |w| w.assessment.index_date = Some(day(8, 24)),
        |w| w.assessment.index_date = Some(day(8, 25)),
    ),
    ("L-PSP-16", |w| w.known.path_until = Some(day(8, 31)), |w| w.known.path_until = None),
    (
        "L-PSP-17",
        |w| w.known.unknown_sectors = vec!["un po' di tutto".into()],
        |w| w.known.unknown_sectors.clear(),
    ),
    ("L-PSP-18", |w| w.assessment.sectors = "a\nb\nc\nd\ne".into(), |w| w.assessment.sectors = "a\nb".into()),
    (
        "L-PSP-19",
        |w| {
            w.version.convocation_channel = "email".into();
            w.person.email.clear();
        },
        |w| w.person.email = "m@example.org".into(),
    ),
    ("L-PSP-20", |w| w.person.pec.clear(), |w| w.version.convocation_channel = "registered_letter".into()),
    (
        "L-PSP-21",
        |w| {
            w.version.convocation_channel = "sms".into();
            w.person.mobile.clear();
        },
        |w| w.version.convocation_channel = "pec".into(),
    ),
    (
        "L-PSP-22",
        |w| {
            w.version.convocation_channel = "email".into();
            w.person.email_verified_on = None;
        },
        |w| w.person.email_verified_on = Some(day(11, 23)),
    ),
    (
        "L-PSP-22",
        |w| {
            w.version.convocation_channel = "sms".into();
            w.person.mobile_verified_on = None;
        },
        |w| w.person.mobile_verified_on = Some(day(11, 23)),
    ),
    ("L-PSP-23", |w| w.known.channel_never_proves = true, |w| w.known.channel_never_proves = false),
    (
        "L-PSP-24",
        |w| {
            w.version.contact_mode = "video".into();
            w.person.email.clear();
        },
        |w| w.version.contact_mode = "phone".into(),
    ),
    (
        "L-PSP-25",
        |w| {
            w.version.contact_mode = "video".into();
            w.assessment.digital_skill = "nessuna".into();
        },
        |w| w.version.contact_mode = "in_person".into(),
    ),
    (
        "L-PSP-26",
        |w| {
            w.did.benefit = Benefit::Adi;
            w.known.frequency_days = 0;
            w.appointments.clear();
        },
        |w| w.known.frequency_days = 90,
    ),
    ("L-PSP-27", |w| w.officer.role = Role::Reader, |w| w.officer.role = Role::Supervisor),
    (
        "L-PSP-28",
        |w| {
            w.officer.phone.clear();
            w.office.phone.clear();
        },
        |w| w.office.phone = "035 000000".into(),
    ),
    (
        "L-PSP-59",
        |w| w.appointments[0].start = next_year(1, 1).and_hms_opt(10, 0, 0).unwrap_or_default(),
        |w| w.appointments[0].start = day(12, 31).and_hms_opt(10, 0, 0).unwrap_or_default(),
    ),
    (
        "L-PSP-60",
        |w| w.appointments[0].proved = false,
        |w| w.appointments[0].sent_at = day(11, 23).and_hms_opt(9, 0, 0),
    ),
    (
        "L-PSP-66",
        |w| w.version.objective = "Trovare lavoro prima che finisca l'AdI.".into(),
        |w| w.version.objective = "Trovare lavoro prima che finisca la NASpI.".into(),
    ),
    (
        "L-PSP-66",
        |w| {
            w.did.benefit = Benefit::None;
            w.version.office_commitments = "Aiutare nella domanda di NASpI all'INPS.".into();
        },
        |w| w.did.benefit = Benefit::DisColl,
    ),
    ("L-PSP-67", |w| w.office.privacy_version = "4".into(), |w| w.version.privacy_version = "4".into()),
    (
        "L-PSP-68",
        |w| w.version.confirm_by = Some(next_year(1, 30)),
        |w| w.version.confirm_by = Some(next_year(1, 31)),
    ),
    (
        "L-PSP-69",
        |w| w.version.confirm_by = NaiveDate::from_ymd_opt(2036, 11, 23),
        |w| w.version.confirm_by = Some(next_year(11, 23)),
    ),
    (
        "L-PSP-70",
        |w| w.version.created_at = day(10, 23).and_hms_opt(9, 0, 0).unwrap_or_default(),
        |w| w.version.created_at = day(10, 24).and_hms_opt(9, 0, 0).unwrap_or_default(),
    ),
    (
        "L-PSP-71",
        |w| {
            w.version.state = PspState::Active;
            w.version.issued_at = day(11, 23).and_hms_opt(10, 0, 0);
        },
        |w| w.version.copy_handed_on = Some(day(11, 23)),
    ),
    (
        "L-PSP-46",
        |w| {
            w.did.benefit = Benefit::Sfl;
            w.measures.clear();
            w.version.no_measure_reason = "La persona comincia un lavoro a giorni.".into();
        },
        |w| {
            w.measures = vec![measure(1, "E")];
            w.version.no_measure_reason.clear();
        },
    ),
    (
        "L-PSP-47",
        |w| {
            w.did.benefit = Benefit::Adi;
            w.known.education_level = Some(1);
            w.person.birth_date = NaiveDate::from_ymd_opt(2003, 5, 1);
        },
        |w| w.version.person_commitments.push_str("\nFrequentare il CPIA per la licenza media."),
    ),
];
