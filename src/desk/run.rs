//! The desk itself: an open office, who works at it, what time it is.

use std::collections::{BTreeSet, HashMap};

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::archive::DocumentFile;
use super::command::{Command, IdSource};
use super::execute::{self, Act};
use super::law::Law;
use super::order::Order;
use super::outcome::Outcome;
use super::standing;
use crate::clock::Clock;
use crate::domain::deadline::Term;
use crate::domain::finding::Rule;
use crate::domain::ids::{OperatorId, RegistrantId, UnitId};
use crate::domain::office::{Office, Operator};
use crate::domain::permission::Permission;
use crate::domain::text::excerpt;
use crate::fault::{Fault, Result};
use crate::store::{Store, Unit, Verdict};

/// An open office with everything a command or a question needs.
#[derive(Debug)]
pub struct Desk {
    pub(super) store: Store,
    clock: Clock,
    ids: IdSource,
    office: Option<Office>,
    /// Sentences left out, to see whether anybody notices.
    silent: Vec<&'static Rule>,
    operators: HashMap<String, Operator>,
    /// Invented people, without passwords.
    throwaway: bool,
    /// Which records are open on whose screen.
    open: BTreeSet<(OperatorId, RegistrantId)>,
}

/// Shall the changes of a command stay?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// They stay; the outcome says what is due now.
    Keep,
    /// They stay; nobody asks what is due.
    KeepOnly,
    /// Nothing stays.
    Weigh,
}

impl Desk {
    /// A desk on an open office file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn new(store: Store, clock: Clock, ids: IdSource) -> Result<Self> {
        let mut desk = Self {
            store,
            clock,
            ids,
            office: None,
            silent: Vec::new(),
            operators: HashMap::new(),
            throwaway: false,
            open: BTreeSet::new(),
        };
        desk.reread_office()?;
        Ok(desk)
    }

    /// The same desk on the file after it went to another place. Ids go on
    /// from where they were.
    pub(super) fn moved(self, to: impl FnOnce(Store) -> Result<Store>) -> Result<Self> {
        let Self { store, clock, ids, office, silent, operators, throwaway, open } = self;
        Ok(Self { store: to(store)?, clock, ids, office, silent, operators, throwaway, open })
    }

    fn reread_office(&mut self) -> Result<()> {
        let read = self.store.read();
        self.office = read.office()?;
        self.operators = read.operators()?.into_iter().map(|o| (o.username.clone(), o)).collect();
        Ok(())
    }

    /// Is it an office of invented people, which asks for no passwords?
    #[must_use]
    pub fn is_throwaway(&self) -> bool {
        self.throwaway
    }

    pub(super) fn set_throwaway(&mut self, throwaway: bool) {
        self.throwaway = throwaway;
    }

    /// The office, once it is set up.
    #[must_use]
    pub fn office(&self) -> Option<&Office> {
        self.office.as_ref()
    }

    /// How rules are enforced here, as the tables are now.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn law(&self) -> Result<Law> {
        Ok(Law::read(&self.store.read())?.without(&self.silent))
    }

    /// Leaves out one sentence of a rule until the desk is closed: how the
    /// tests see that a scenario notices.
    pub fn leave_out(&mut self, sentence: &'static Rule) {
        self.silent.push(sentence);
    }

    /// Everybody who works here, by surname.
    #[must_use]
    pub fn operators(&self) -> Vec<&Operator> {
        let mut all: Vec<&Operator> = self.operators.values().collect();
        all.sort_by(|a, b| (&a.surname, &a.name, a.id).cmp(&(&b.surname, &b.name, b.id)));
        all
    }

    /// The operator who signs in with this name.
    #[must_use]
    pub fn operator(&self, username: &str) -> Option<&Operator> {
        self.operators.get(username)
    }

    /// Is the record of a person open on the screen of an operator?
    pub(super) fn is_open(&self, operator: OperatorId, registrant: RegistrantId) -> bool {
        self.open.contains(&(operator, registrant))
    }

    pub(super) fn set_open(&mut self, operator: OperatorId, registrant: RegistrantId, open: bool) {
        if open {
            self.open.insert((operator, registrant));
        } else {
            self.open.remove(&(operator, registrant));
        }
    }

    /// The hour of the desk.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// The open file, for questions and drafts.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The open file, for drafts, settings and audit lines.
    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// An id for something made at an hour.
    pub fn new_id(&mut self, at: NaiveDateTime) -> Uuid {
        self.ids.next(at)
    }

    /// Runs a command of an operator, now.
    ///
    /// # Errors
    /// As [`Desk::run`].
    pub fn act(&mut self, by: &str, command: Command) -> Result<Outcome> {
        let at = self.clock.now();
        self.run(Order { unit: UnitId::default(), at, by: by.to_owned(), command })
    }

    /// Runs an order: fills what may be left out, weighs the rules, writes.
    /// A refusal is an outcome, not an error.
    ///
    /// # Errors
    /// When the operator is unknown, a record the command speaks of is not
    /// there, or the file cannot be written. Nothing is written then.
    pub fn run(&mut self, order: Order) -> Result<Outcome> {
        self.attempt(order, Wish::Keep, None)
    }

    /// As [`Desk::run`], with a file that goes to the archive if the command
    /// is accepted.
    pub(super) fn run_with(&mut self, order: Order, file: Option<&DocumentFile>) -> Result<Outcome> {
        self.attempt(order, Wish::Keep, file)
    }

    /// Runs an order whose terms nobody will read: the making of an office,
    /// thousands of orders long. All else is as in [`Desk::run`].
    ///
    /// # Errors
    /// As [`Desk::run`].
    pub fn carry_out(&mut self, order: Order) -> Result<Outcome> {
        self.attempt(order, Wish::KeepOnly, None)
    }

    /// What would come of a command, without writing anything: the same rules
    /// on the same facts, so that a form can say while it is typed what saving
    /// would say. `accepted` tells whether it would be.
    ///
    /// # Errors
    /// As [`Desk::run`].
    pub fn weigh(&mut self, by: &str, command: Command) -> Result<Outcome> {
        let order = Order { unit: UnitId::default(), at: self.clock.now(), by: by.to_owned(), command };
        self.attempt(order, Wish::Weigh, None)
    }

    fn attempt(&mut self, mut order: Order, wish: Wish, file: Option<&DocumentFile>) -> Result<Outcome> {
        self.complete(&mut order)?;
        let operator = self.author(&order)?.cloned();
        let (office, silent) = (self.office.clone(), self.silent.clone());
        let json = serde_json::to_string(&order).map_err(Fault::internal)?;
        let unit =
            Unit { id: order.unit, at: order.at, operator: operator.as_ref().map(|o| o.id), command: &json };
        let mut outcome = self.store.write(&unit, |tx| {
            let law = Law::read(tx)?.without(&silent);
            let mut act = Act::new(tx, (office.as_ref(), &law), operator.as_ref(), &order);
            act.file = file;
            execute::execute(&mut act, &order.command)?;
            if act.refused() {
                return Ok(Verdict::Undo(act.outcome));
            }
            act.outcome.accepted = true;
            if wish == Wish::Weigh {
                return Ok(Verdict::Undo(act.outcome));
            }
            let lines = act.audit();
            Ok(Verdict::Keep(act.outcome, lines))
        })?;
        if let (Some(person), true, Wish::Keep) = (outcome.registrant, outcome.accepted, wish) {
            // It is on the disk: a file that cannot be read now says so to
            // whoever asks next.
            outcome.deadlines = self.due(person, order.at.date()).unwrap_or_default();
        }
        if let (Some(finding), true) = (outcome.refusal(), wish != Wish::Weigh) {
            let tried = format!("{} {}", order.command.name(), finding.rule);
            self.refused(operator.as_ref(), &tried)?;
        }
        let of_office = order.command.permission() == Permission::Operators;
        if of_office && outcome.accepted && wish != Wish::Weigh {
            self.reread_office()?;
        }
        Ok(outcome)
    }

    /// What is due for a person after a command: as the radar has just been
    /// kept; inside a batch, which reaches it at its end, from the records.
    fn due(&self, person: RegistrantId, today: NaiveDate) -> Result<Vec<Term>> {
        let read = self.store.read();
        if self.store.is_in_batch() {
            standing::deadlines(&read, person, today)
        } else {
            standing::kept(&read, person, today)
        }
    }

    /// Many orders in one transaction: founding an office, replaying a log.
    ///
    /// # Errors
    /// The fault of `acts`, or that of the disk; nothing is left then.
    pub fn batch<T>(&mut self, acts: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.store.batch_begin()?;
        let done = acts(self);
        self.store.batch_end(done.is_ok())?;
        done
    }

    /// Ids and numbers a command may leave out, filled before it runs.
    fn complete(&mut self, order: &mut Order) -> Result<()> {
        let at = order.at;
        if order.unit.is_nil() {
            order.unit = UnitId(self.ids.next(at));
        }
        order.command.fill_ids(|| self.ids.next(at));
        self.number(&mut order.command, at)
    }

    fn author(&self, order: &Order) -> Result<Option<&Operator>> {
        // The set-up and the first operators are nobody's: there is nobody yet.
        let founding =
            order.by.is_empty() && matches!(order.command, Command::OfficeSetUp(_) | Command::OperatorAdd(_));
        match self.operators.get(&order.by) {
            Some(operator) if operator.works() => Ok(Some(operator)),
            Some(operator) => Err(Fault::usage(format!("«{}» è disabilitato.", operator.username))
                .hint("Lo può riabilitare un amministratore dell'ufficio.")),
            None if founding => Ok(None),
            None => {
                Err(Fault::usage(format!("In questo ufficio non c'è un operatore «{}».", excerpt(&order.by)))
                    .hint("Indicare in «by» il nome utente di un operatore dell'ufficio."))
            }
        }
    }
}
