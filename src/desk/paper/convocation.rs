//! The letter of a convocation and the memo of the next appointments.

use chrono::NaiveDate;

use super::{Making, appointment, called_at, is_room, joined, said_service, some};
use crate::desk::execute::word;
use crate::desk::{convened, standing};
use crate::domain::appointment::{Appointment, Convocation, ConvocationChannel, Mode};
use crate::domain::did::{Benefit, Did};
use crate::domain::ids::RegistrantId;
use crate::domain::office::{Operator, Role};
use crate::domain::paper::{
    ConvocationPaper, FiguresPaper, MemoPaper, Paper, PlaceOfferPaper, RemoteOfferPaper, Support,
    without_password,
};
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::tables::holidays;

impl Making<'_, '_> {
    pub(super) fn convocation(&mut self) -> Result<(Paper, RegistrantId, u32)> {
        let of: Appointment = self.read.need(self.command.subject)?;
        let person: Registrant = self.read.need(of.registrant.0)?;
        if !of.state.is_open() {
            self.not_now(format_args!("l'appuntamento è «{}»", of.state.label()));
        } else if of.start <= self.at {
            self.not_now("l'ora dell'appuntamento è passata");
        }
        let letter = self.command.convocation.clone().unwrap_or_default();
        let sent = of.convocation.clone().unwrap_or_default();
        let dids = self.read.dids_of(person.id)?;
        let did = standing::open_did(&dids);
        let tables = self.read.catalogue()?;
        let in_person_for = convened::in_person_for(&tables, did, self.today());

        let channel = letter.channel.or(of.channel);
        let label = channel
            .map(|channel| tables.convocation_channels().label_on(&word(channel), self.today()).to_owned());
        let label = label.unwrap_or_default();
        self.missing("convocation.channel", &label, "il canale con cui si spedisce");
        let mut recipient = self.recipient(&person);
        let used = if letter.channel.is_none_or(|channel| of.channel == Some(channel)) {
            &of.address_used
        } else {
            ""
        };
        recipient.address = first(&[&letter.address, used, &address(channel, &person, &recipient.address)]);
        self.missing("convocation.address", &recipient.address, "l'indirizzo a cui si spedisce");

        let operator = self.read.get::<Operator>(of.operator.0)?;
        let receives = operator.as_ref().map(Operator::full_name).unwrap_or_default();
        self.missing("subject", &receives, "l'operatore che riceve");
        let remote = remote(&of, &letter, &sent);
        // Who is offered the way from afar must be able to take it (R-CNV-3).
        let reaches = |way: &RemoteOfferPaper| !way.platform.is_empty() && !way.link.is_empty();
        if !remote.as_ref().map_or(of.mode != Mode::Video, reaches) {
            self.missing("convocation.platform", "", "la piattaforma e il collegamento");
        }
        let in_person = self.place(&of, &first(&[&letter.in_person, &sent.in_person]), operator.as_ref());
        let phone = if of.mode == Mode::Phone { called_at(&of, &person) } else { String::new() };
        if of.mode == Mode::Phone {
            self.missing("subject", &phone, "il numero a cui chiamare la persona");
        }
        let ways = [in_person.is_some(), remote.is_some(), !phone.is_empty()];
        let both = ways.into_iter().filter(|way| *way).count() > 1;
        let version = self.version(person.id)?;
        let paper = ConvocationPaper {
            head: self.head(version),
            person: recipient,
            channel: label,
            on: of.start.date(),
            at: of.start.time(),
            minutes: of.minutes,
            service: said_service(&of.service).to_owned(),
            operator: receives,
            in_person,
            remote,
            phone,
            ask_remote: in_person_for
                .map(|_| first(&[&letter.ask_remote, &sent.ask_remote, &self.reachable()]))
                .unwrap_or_default(),
            choose_by: both.then(|| letter.choose_by.or_else(|| self.day_before(of.start.date()))).flatten(),
            reply_phone: self.office.phone.clone(),
            reply_email: self.office.email.clone(),
            bring: self.bring(),
            support: support(did),
            figures: FiguresPaper::of(tables.parameters(self.today()), is_own(did)),
            signer: first(&[&letter.signer, &self.operator.map(Operator::full_name).unwrap_or_default()]),
            signer_role: first(&[&letter.signer_role, role(self.operator)]),
        };
        Ok((Paper::Convocation(Box::new(paper)), person.id, version))
    }

    /// The memo of one appointment, or of all that hold.
    pub(super) fn memo(&mut self) -> Result<(Paper, RegistrantId, u32)> {
        let subject = self.command.subject;
        let (person, mut all) = match self.read.get::<Registrant>(subject)? {
            Some(person) => {
                let all = self.read.appointments_of(person.id)?;
                (person, all)
            }
            None => {
                let one: Appointment = self.read.need(subject)?;
                (self.read.need::<Registrant>(one.registrant.0)?, vec![one])
            }
        };
        all.retain(|one| one.state.is_open() && one.start > self.at);
        if all.is_empty() {
            self.not_now("non c'è nessun appuntamento da ricordare");
        }
        let operators = self.read.operators()?;
        let version = self.version(person.id)?;
        let dids = self.read.dids_of(person.id)?;
        let own = is_own(standing::open_did(&dids));
        let paper = MemoPaper {
            head: self.head(version),
            person: self.recipient(&person),
            appointments: all
                .iter()
                .map(|one| appointment(one, &person, said_service(&one.service), &operators, self.office))
                .collect(),
            bring: self.bring(),
            figures: FiguresPaper::of(self.read.catalogue()?.parameters(self.today()), own),
            reply_phone: self.office.phone.clone(),
            reply_email: self.office.email.clone(),
        };
        Ok((Paper::Memo(Box::new(paper)), person.id, version))
    }

    fn bring(&self) -> Vec<String> {
        self.command.bring.iter().filter_map(|what| some(what)).collect()
    }

    fn reachable(&self) -> String {
        joined(&[&self.office.phone, &self.office.email], " · ")
    }

    /// The place: as written, else where the appointment is, else the office
    /// with the room. Who is called by telephone comes only where it is
    /// written that they may.
    fn place(
        &mut self,
        of: &Appointment,
        written: &str,
        operator: Option<&Operator>,
    ) -> Option<PlaceOfferPaper> {
        let elsewhere =
            |address: String| PlaceOfferPaper { name: String::new(), address, room: String::new() };
        if let Some(address) = some(written) {
            return Some(elsewhere(address));
        }
        let room = match of.mode {
            Mode::Phone => return None,
            Mode::InPerson => of.place.trim().to_owned(),
            Mode::Video => operator.map(|operator| operator.room.clone()).unwrap_or_default(),
        };
        if !is_room(&room, operator) {
            return Some(elsewhere(room));
        }
        let address = joined(&[&self.office.address, &self.office.town], ", ");
        // A room is found only by who knows the house.
        if address.is_empty() {
            self.missing("convocation.in_person", "", "il luogo");
            return None;
        }
        Some(PlaceOfferPaper { name: format!("Centro per l'impiego di {}", self.office.name), address, room })
    }

    /// The working day before, unless it has gone.
    fn day_before(&self, day: NaiveDate) -> Option<NaiveDate> {
        use chrono::{Datelike as _, Weekday};
        let works = |day: &NaiveDate| {
            !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays::is_holiday(*day)
        };
        let mut days = std::iter::successors(day.pred_opt(), NaiveDate::pred_opt);
        days.find(works).filter(|before| *before >= self.today())
    }
}

/// What the letter says of the two ways, as the rules on convocations look at
/// it (R-CNV-2, 3, 4).
pub(in crate::desk) fn told(paper: &ConvocationPaper) -> Convocation {
    let place = paper.in_person.as_ref();
    let way = paper.remote.as_ref();
    let by_phone = |text: &str| if paper.phone.is_empty() { String::new() } else { text.to_owned() };
    Convocation {
        in_person: place.map(|at| joined(&[&at.name, &at.address, &at.room], ", ")).unwrap_or_default(),
        // The telephone is a way from afar, with the number for a link.
        platform: way.map_or_else(|| by_phone(Mode::Phone.label()), |way| way.platform.clone()),
        link: way.map_or_else(|| by_phone(&paper.phone), |way| way.link.clone()),
        ask_remote: paper.ask_remote.clone(),
        ..Convocation::default()
    }
}

fn first(texts: &[&str]) -> String {
    texts.iter().find_map(|text| some(text)).unwrap_or_default()
}

fn address(channel: Option<ConvocationChannel>, person: &Registrant, home: &str) -> String {
    use ConvocationChannel as C;
    match channel {
        Some(C::Email) => person.email.clone(),
        Some(C::Pec) => person.pec.clone(),
        Some(C::Sms | C::Phone) => first(&[&person.mobile, &person.phone]),
        Some(C::RegisteredLetter | C::RegisteredByHand | C::InPersonAgreed | C::SiuSiisl) | None => {
            home.to_owned()
        }
    }
}

fn remote(
    of: &Appointment,
    letter: &crate::domain::document::ConvocationLetter,
    sent: &Convocation,
) -> Option<RemoteOfferPaper> {
    let video = of.mode == Mode::Video;
    let platform = first(&[&letter.platform, &sent.platform, if video { &of.place } else { "" }]);
    let link = first(&[&letter.link, &sent.link, if video { &of.link } else { "" }]);
    let offered = !platform.is_empty() || !link.is_empty();
    let link = without_password(&link);
    offered.then_some(RemoteOfferPaper { platform, link, own_account: letter.own_account })
}

fn support(did: Option<&Did>) -> Support {
    match did.map(|did| did.benefit) {
        Some(benefit) if benefit.is_insurance() => Support::Unemployment,
        Some(Benefit::Sfl) => Support::Training,
        Some(benefit) if benefit.is_inclusion() => Support::Inclusion,
        _ => Support::None,
    }
}

/// Has the person the SFL, with figures of its own?
fn is_own(did: Option<&Did>) -> bool {
    did.is_some_and(|did| did.benefit == Benefit::Sfl)
}

fn role(operator: Option<&Operator>) -> &'static str {
    match operator.map(|operator| operator.role) {
        Some(Role::Supervisor) => "responsabile del Centro per l'impiego",
        _ => "Per il Centro per l'impiego",
    }
}
