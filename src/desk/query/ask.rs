//! A question answered, with the line it leaves in the audit.

use chrono::NaiveDateTime;

use super::{Answer, Found, HomeCounts, PersonAt, Query, access_report, documents};
use crate::desk::run::Desk;
use crate::domain::ids::RegistrantId;
use crate::domain::permission::Permission;
use crate::domain::psp::PspVersion;
use crate::fault::{FaultKind, Result};
use crate::store::AuditLine;

/// The line of a question about one document: its number, and why where what
/// it says is special data.
fn told(query: &Query, answer: &Answer) -> Option<AuditLine> {
    let (row, reason, event) = match (query, answer) {
        (Query::DocumentPaper { reason, .. }, Answer::DocumentPaper(issued)) => {
            (&issued.row, reason, "document.read")
        }
        (Query::DocumentFile { reason, aim, .. }, Answer::DocumentFile(issued)) => {
            (&issued.row, reason, aim.event())
        }
        _ => return None,
    };
    let line = AuditLine::new(event).about(row.registrant).detail(row.number.clone());
    Some(match reason.as_ref().filter(|_| row.special) {
        Some(reason) => line.reason(reason.clone()),
        None => line,
    })
}

impl Desk {
    /// Answers a question of an operator and leaves the audit line.
    ///
    /// # Errors
    /// As [`Query::answer`].
    pub fn ask(&mut self, by: &str, query: &Query) -> Result<Answer> {
        let at = self.clock().now();
        let operator = self.operator(by).map(|o| o.id);
        if let Query::Weigh(command) = query {
            return Ok(Answer::Weighed(Box::new(self.weigh(by, (**command).clone())?)));
        }
        self.permit(by, query)?;
        // Whose the version or the draft is: a line without them would be missing
        // in the report of who used their data.
        let mut about = match query {
            Query::Paper { version } | Query::Pact { version } => {
                Some(self.store().read().need::<PspVersion>(version.0)?.registrant)
            }
            Query::AccessLog(filter) => {
                filter.of_somebody(&self.store().read())?.and_then(|filter| filter.lines.registrant)
            }
            _ => None,
        };
        let answer = self.answered(by, query, at, &mut about);
        if answer.as_ref().is_err_and(|fault| fault.kind == FaultKind::Refused) {
            let operator = self.operator(by).cloned();
            self.refused(operator.as_ref(), query.name())?;
        }
        let answer = answer?;
        let within = |operator| match query {
            Query::Person { registrant, reason: None } => self.is_open(operator, *registrant),
            _ => false,
        };
        if operator.is_some_and(within) {
            return Ok(answer);
        }
        let line = match query {
            Query::PspBrief { version, language } => {
                Some(documents::brief(&self.store().read(), *version, *language)?)
            }
            query => query.audit().or_else(|| told(query, &answer)),
        };
        let whose = |line: AuditLine| AuditLine { registrant: line.registrant.or(about), ..line };
        let lines: Vec<AuditLine> = line.map(whose).into_iter().collect();
        self.store_mut().log(at, operator, &lines)?;
        Ok(answer)
    }

    /// The answer alone; `about`: whose it turns out to be.
    fn answered(
        &mut self,
        by: &str,
        query: &Query,
        at: NaiveDateTime,
        about: &mut Option<RegistrantId>,
    ) -> Result<Answer> {
        Ok(match query {
            Query::DocumentDraft(command) => {
                let (draft, whose) = documents::draft(&self.store().read(), command, self.operator(by), at)?;
                *about = Some(whose);
                Answer::DocumentDraft(Box::new(draft))
            }
            Query::AccessReport(asked) => {
                let paper = access_report::read(&self.store().read(), asked, self.operator(by), at)?;
                Answer::AccessReport(Box::new(paper))
            }
            Query::PersonAt { registrant, at } => {
                Answer::PersonAt(Box::new(PersonAt::read(self.store_mut(), *registrant, *at)?))
            }
            Query::Home { operator, day } => {
                let counts = HomeCounts::read(&self.store().read(), *operator, *day)?;
                Answer::Home(HomeCounts { warnings: self.warnings()?, ..counts })
            }
            query => query.answer(&self.store().read(), at)?,
        })
    }

    /// An operator opens the record of a person: what is read of it until
    /// [`Desk::closed`] is this one access.
    ///
    /// # Errors
    /// When the file cannot be written; the record is not open then.
    pub fn opened(&mut self, by: &str, registrant: RegistrantId, reason: Option<String>) -> Result<()> {
        self.demand(by, Permission::Read, "registrant.open")?;
        let line = AuditLine { reason, ..AuditLine::new("registrant.open").about(registrant) };
        let operator = self.operator(by).map(|o| o.id);
        let at = self.clock().now();
        self.store_mut().log(at, operator, &[line])?;
        if let Some(operator) = operator {
            self.set_open(operator, registrant, true);
        }
        Ok(())
    }

    /// The operator closes it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn closed(&mut self, by: &str, registrant: RegistrantId) -> Result<()> {
        let operator = self.operator(by).map(|o| o.id);
        if let Some(operator) = operator {
            self.set_open(operator, registrant, false);
        }
        let at = self.clock().now();
        self.store_mut().log(at, operator, &[AuditLine::new("registrant.close").about(registrant)])
    }

    /// Leaves the audit line of a search that has come to rest.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn searched(&mut self, by: &str, found: &Found) -> Result<()> {
        let at = self.clock().now();
        let operator = self.operator(by).map(|o| o.id);
        let key = self.search_key()?;
        self.store_mut().log(at, operator, &[found.audit(&key)])
    }

    /// The key under which searched texts are hashed; of this desk alone.
    fn search_key(&mut self) -> Result<String> {
        const NAME: &str = "search_key";
        if let Some(key) = self.store().read().setting(NAME)? {
            return Ok(key);
        }
        let at = self.clock().now();
        let key = self.new_id(at).to_string();
        self.store_mut().setting_put(NAME, &key)?;
        Ok(key)
    }
}
