//! Who signs (section 1) and how they stand (section 2).

use super::text::{mentions, spaced};
use super::{Check, Look, Say, blank, check};
use crate::domain::did::DidState;
use crate::domain::text::fold;

pub(super) const CHECKS: &[Check] = &[
    check(
        "L-PSP-01",
        1,
        "DPR 445/2000 art. 35 e 45",
        "Il documento d'identità è scaduto il {}.",
        "Chiedere un documento valido e aggiornare la scheda (PE03).",
        |look, say| {
            if let Some(end) = look.person().id_doc_expires_on.filter(|end| *end < look.day) {
                say.at("id_doc_expires_on").on(end);
            }
        },
    ),
    check(
        "L-PSP-02",
        1,
        "R-DID-17",
        "Il titolo di soggiorno non è nella scheda.",
        "Chiedere il permesso e scriverne tipo, numero e scadenza nella scheda (PE03).",
        |look, say| {
            let p = look.person();
            if look.known().needs_permit && blank(&p.permit_number) && p.permit_expires_on.is_none() {
                say.at("permit_number");
            }
        },
    ),
    check(
        "L-PSP-03",
        1,
        "R-DID-17",
        "Il permesso di soggiorno è scaduto il {} e il rinnovo non risulta chiesto.",
        "Chiedere la ricevuta del rinnovo e segnarla nella scheda (PE03).",
        |look, say| {
            let p = look.person();
            let past = p.permit_expires_on.filter(|end| *end < look.day && !p.permit_renewal);
            if let Some(end) = past.filter(|_| look.known().needs_permit) {
                say.at("permit_expires_on").on(end);
            }
        },
    ),
    check(
        "L-PSP-04",
        1,
        "R-DID-17",
        "Il permesso di soggiorno scade il {}, prima della fine delle misure.",
        "Scrivere il rinnovo tra gli impegni della persona (sezione 9), o segnarlo chiesto nella scheda.",
        expires_within,
    ),
    check(
        "L-PSP-05",
        1,
        "R-PSP-12",
        "L'indirizzo per le comunicazioni non ha numero civico né CAP.",
        "Completarlo: una raccomandata deve poter arrivare.",
        |look, say| {
            let address = &look.version().contact_address;
            if !blank(address) && !address.contains('@') && !address.chars().any(|c| c.is_ascii_digit()) {
                say.at("contact_address");
            }
        },
    ),
    check(
        "L-PSP-06",
        1,
        "R-PSP-12",
        "L'indirizzo per le comunicazioni non è nella scheda: né residenza, né domicilio, né recapito.",
        "Se la persona si è trasferita aggiornare la scheda (PE03); se è quello vecchio correggerlo qui.",
        stale_address,
    ),
    check(
        "L-PSP-07",
        1,
        "R-PSP-12",
        "Della persona non c'è né un telefono né un indirizzo e-mail.",
        "Chiedere un recapito e scriverlo nella scheda (PE03), anche di chi risponde per lei.",
        |look, say| {
            let p = look.person();
            if [&p.mobile, &p.phone, &p.email, &p.pec].into_iter().all(|contact| blank(contact)) {
                say.at("mobile");
            }
        },
    ),
    check(
        "L-PSP-08",
        1,
        "R-DID-15",
        "Chi esercita la responsabilità genitoriale ha lo stesso nome della persona minorenne.",
        "Scrivere nella scheda (PE03) il nome del genitore o del tutore che firma.",
        |look, say| {
            let p = look.person();
            let minor = p.age_on(look.day).is_some_and(|age| age < 18);
            let guardian = fold(&p.guardian_name);
            let own = [fold(&p.full_name()), fold(&p.list_name())];
            if minor && !guardian.is_empty() && own.contains(&guardian) {
                say.at("guardian_name");
            }
        },
    ),
    check(
        "L-PSP-09",
        2,
        "D.Lgs. 150/2015 art. 21 c.1",
        "Manca la data della domanda all'INPS: nel patto si leggerà quella della DID.",
        "Leggerla sulla ricevuta INPS e scriverla nella DID (DI01).",
        |look, say| {
            if look.did().is_some_and(|did| did.benefit.is_insurance() && did.inps_date.is_none()) {
                say.at("inps_date");
            }
        },
    ),
    check(
        "L-PSP-10",
        2,
        "R-DID-9",
        "Il codice nazionale della DID manca da {} giorni: nel patto si leggerà «in attesa».",
        "Cercarlo nel sistema nazionale e scriverlo nella DID (DI01).",
        |look, say| {
            let waited = look.did().filter(|did| blank(&did.national_id)).map(|did| look.day - did.date);
            if let Some(days) = waited.map(|w| w.num_days()).filter(|days| *days > look.terms().did_code_days)
            {
                say.at("national_id").with(days);
            }
        },
    ),
    check(
        "L-PSP-11",
        2,
        "",
        "Dell'ultima occupazione manca la data di fine.",
        "Chiederla o leggerla nelle comunicazioni obbligatorie, e scriverla nella scheda (PE03).",
        |look, say| {
            let p = look.person();
            let working = look.did().is_some_and(|did| did.conserved || did.state == DidState::AtRisk);
            if !blank(&p.last_job_title) && p.last_job_end.is_none() && !working {
                say.at("last_job_end");
            }
        },
    ),
    check(
        "L-PSP-12",
        2,
        "R-PSP-1",
        "La DID è sospesa: il patto firmato ora resta in pausa.",
        "Dirlo alla persona, o emetterlo quando il lavoro finisce e la DID riprende.",
        |look, say| {
            if look.writing && look.did().is_some_and(|did| did.state == DidState::Suspended) {
                say.at("did");
            }
        },
    ),
];

fn expires_within(look: &Look<'_>, say: &mut Say<'_>) {
    let p = look.person();
    let (Some(end), Some(last)) = (p.permit_expires_on, look.last_day()) else { return };
    let promised = mentions(&spaced(&look.version().person_commitments), "permesso");
    if look.known().needs_permit && !p.permit_renewal && !promised && (look.day..last).contains(&end) {
        say.at("permit_expires_on").on(end);
    }
}

fn stale_address(look: &Look<'_>, say: &mut Say<'_>) {
    let written = fold(&look.version().contact_address);
    // A person may want a part of it, or the name on the door besides.
    let same = |known: &String| {
        let known = fold(known);
        !known.is_empty() && (known.contains(&written) || written.contains(&known))
    };
    let contacts = [&look.person().email, &look.person().pec];
    if look.writing
        && !written.is_empty()
        && !look.known().addresses.iter().any(same)
        && !contacts.into_iter().any(same)
    {
        say.at("contact_address");
    }
}
