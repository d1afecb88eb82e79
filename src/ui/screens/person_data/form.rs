//! The four pages of PE03.

use crate::tables::citizenships;
use crate::ui::form::spec::FieldSpec;
use crate::ui::form::{Source, Spec, Values, area, birth, choice, code, date, lookup, radio, text, tick};
use crate::ui::strings::person_data::{PAGES, help};
use crate::ui::strings::rights;

/// The tick of the privacy notice: not a field of the record.
pub const NOTICE: &str = "privacy_notice";
/// The tick of a domicile that is the residence.
pub const SAME: &str = "domicile_as_residence";
/// The ticks of contacts checked with the person, with the dates they stand
/// for.
pub const CHECKED: [(&str, &str); 2] =
    [("mobile_checked", "mobile_verified_on"), ("email_checked", "email_verified_on")];

const SEXES: &[(&str, &str)] = &[("F", "donna"), ("M", "uomo")];

/// Who asked for the change of somebody already known (GDPR art. 16): of the
/// command, not of the record.
pub const ASKED_BY: &str = "asked_by";

/// The form; of somebody already known with who asks for the change.
pub fn spec(known: bool) -> Spec {
    let spec = contacts(home(person(Spec::new().page(PAGES[0])).page(PAGES[1])).page(PAGES[2]));
    let spec = permit_and_notes(spec.page(PAGES[3]));
    if !known {
        return spec;
    }
    let asked = choice(ASKED_BY, rights::RECTIFIED_FOR, Source::Fixed(rights::ASKERS));
    spec.row([asked.width(26).help(rights::help::RECTIFIED_FOR).rules(&["R-PRV-22"])])
}

fn person(spec: Spec) -> Spec {
    spec.row([code("fiscal_code", "Codice fiscale", 16).need().help(help::CODE).rules(&["R-CF-1", "R-CF-2"])])
        .row([text("surname", "Cognome").need().width(44).help(help::SURNAME).rules(&["R-CF-2"])])
        .row([text("name", "Nome").need().width(44).help(help::NAME).rules(&["R-CF-2"])])
        .row([birth("birth_date", "Data di nascita").need().help(help::BIRTH).rules(&["R-CF-2"])])
        .row([radio("sex", "Sesso", SEXES).need().help(help::SEX).rules(&["R-CF-2"])])
        .row([place("birth_place", "Luogo di nascita")
            .need()
            .free()
            .help(help::BIRTH_PLACE)
            .rules(&["R-CF-2", "R-CF-3"])])
        .row([lookup("citizenship", "Cittadinanza", Source::Given)
            .need()
            .width(28)
            .help(help::CITIZENSHIP)
            .rules(&["R-DID-17"])])
        .row([text("guardian_name", "Genitore/tutore")
            .width(44)
            .show(is_minor)
            .special()
            .help(help::GUARDIAN)
            .rules(&["R-DID-15"])])
        .row([
            choice("id_doc_type", "Documento", Source::Given).width(20).help(help::DOCUMENT),
            text("id_doc_number", "n.").width(16).help(help::DOC_NUMBER),
        ])
        .row([
            text("id_doc_issuer", "Rilasciato da").width(23).help(help::DOC_ISSUER),
            date("id_doc_issued_on", "il").past().help(help::DOC_ISSUED),
        ])
        .row([date("id_doc_expires_on", "Scade il").help(help::DOC_EXPIRES).rules(&["R-ANA-4"])])
        .gap()
        .row([tick(NOTICE, "informativa privacy consegnata").help(help::NOTICE).rules(&["R-PRV-2"])])
}

fn home(spec: Spec) -> Spec {
    spec.row([text("residence_address", "Residenza").width(44).help(help::ADDRESS)])
        .row([place("residence_place", "Comune").help(help::TOWN)])
        .row([code("residence_cap", "CAP", 5).help(help::CAP)])
        .row([tick(SAME, "il domicilio è uguale alla residenza").help(help::SAME).rules(&["R-DID-24"])])
        .row([text("domicile_address", "Domicilio").width(44).show(elsewhere).help(help::DOMICILE)])
        .row([place("domicile_place", "Comune domicilio").show(elsewhere).help(help::TOWN)])
        .row([code("domicile_cap", "CAP domicilio", 5).show(elsewhere).help(help::CAP)])
        .gap()
        .row([text("contact_address", "Altro recapito")
            .width(36)
            .hint("solo se diverso")
            .help(help::CONTACT)
            .rules(&["R-PSP-12"])])
}

fn contacts(spec: Spec) -> Spec {
    spec.row([
        text("mobile", "Cellulare").width(18).limit(30).help(help::MOBILE).rules(&["R-ANA-5"]),
        tick(CHECKED[0].0, "verificato").help(help::MOBILE_CHECKED).rules(&["R-CNV-9"]),
    ])
    .row([text("phone", "Telefono").width(18).limit(30).help(help::PHONE)])
    .row([
        text("email", "E-mail").width(32).help(help::EMAIL).rules(&["R-CNV-9"]),
        tick(CHECKED[1].0, "verificata").help(help::EMAIL_CHECKED).rules(&["R-CNV-9"]),
    ])
    .row([text("pec", "PEC").width(32).help(help::PEC).rules(&["R-CNV-9"])])
}

fn permit_and_notes(spec: Spec) -> Spec {
    spec.row([lookup("permit_type", "Permesso per", Source::Given)
        .width(44)
        .show(needs_permit)
        .special()
        .help(help::PERMIT)
        .rules(&["R-DID-17"])])
        .row([
            text("permit_number", "Numero").width(16).show(needs_permit).help(help::PERMIT_NUMBER),
            date("permit_expires_on", "scade il").show(needs_permit).help(help::PERMIT_EXPIRES),
        ])
        .row([tick("permit_renewal", "rinnovo chiesto").show(needs_permit).help(help::PERMIT_RENEWAL)])
        .row([
            text("last_job_title", "Ultimo lavoro").width(28).help(help::JOB),
            date("last_job_end", "finito il").help(help::JOB_END),
        ])
        .row([area("office_note", "Nota d'ufficio", 4).limit(4000).help(help::NOTE)])
}

fn place(name: &'static str, label: &'static str) -> FieldSpec {
    lookup(name, label, Source::Given).width(24)
}

fn is_minor(values: &Values) -> bool {
    values.date("birth_date").and_then(|born| values.today().years_since(born)).is_some_and(|age| age < 18)
}

fn elsewhere(values: &Values) -> bool {
    !values.on(SAME)
}

fn needs_permit(values: &Values) -> bool {
    let known = |code: &&str| citizenships::table().get(code).is_some();
    values
        .chosen("citizenship")
        .filter(known)
        .is_some_and(|code| citizenships::needs_permit(code, values.today()))
}
