//! The one place where it is asked whether somebody may (R-PRV-11): before a
//! command runs, before a question is answered. A refusal leaves a line in the
//! audit.

use chrono::NaiveDate;

use super::command::Command;
use super::law::Law;
use super::query::Query;
use super::run::Desk;
use crate::domain::finding::Finding;
use crate::domain::office::{Operator, Role};
use crate::domain::permission::{NOT_PERMITTED, Permission, told};
use crate::fault::{Fault, FaultKind, Result};
use crate::store::{AuditLine, Read};

/// Why an operator may not; `None` when they may. Nobody is there while the
/// office is being founded.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn barred(
    read: &Read<'_>,
    operator: Option<&Operator>,
    what: Permission,
    day: NaiveDate,
) -> Result<Option<Finding>> {
    let Some(operator) = operator else { return Ok(None) };
    let law = Law::read(read)?;
    let found = law.barred(operator, what, day);
    let stood_in = || stands_in(read, operator, &law.catalogue().roles_that_may(what, day));
    if found.is_some() && what == Permission::Operators && stood_in()? { Ok(None) } else { Ok(found) }
}

/// The sentence of it.
pub(super) fn refusal(finding: &Finding) -> Fault {
    Fault::new(FaultKind::Refused, format!("{} {}", finding.text, finding.rule))
}

impl Law {
    /// Why an operator may not, by role and table alone; `None`: they may.
    #[must_use]
    pub fn barred(&self, operator: &Operator, what: Permission, day: NaiveDate) -> Option<Finding> {
        let roles = self.catalogue().roles_that_may(what, day);
        if roles.contains(&operator.role) {
            return None;
        }
        let finding = NOT_PERMITTED.found().with(told(&roles));
        Some(finding.with(self.catalogue().permission_label(what, day)))
    }
}

/// An office of before there were administrators has none: until there is one
/// the supervisors do their part, and where there is no supervisor anybody.
fn stands_in(read: &Read<'_>, operator: &Operator, roles: &[Role]) -> Result<bool> {
    let staff = read.operators()?;
    let any = |role: &[Role]| staff.iter().any(|one| one.works() && role.contains(&one.role));
    Ok(!any(roles) && (operator.role == Role::Supervisor || !any(&[Role::Supervisor])))
}

impl Command {
    /// What one must be permitted to give it.
    #[must_use]
    pub fn permission(&self) -> Permission {
        use Permission as P;
        match self {
            Self::OfficeSetUp(_)
            | Self::OperatorAdd(_)
            | Self::OperatorEdit(_)
            | Self::OperatorDisable(_)
            | Self::OperatorEnable(_) => P::Operators,
            Self::OfficeHours(_)
            | Self::OfficeClose(_)
            | Self::OfficeReopen(_)
            | Self::OperatorAbsent(_)
            | Self::OperatorBack(_) => P::Calendar,
            Self::RegistrantRegister(_) | Self::RegistrantEdit(_) | Self::PrivacyNoticeGiven(_) => P::People,
            Self::RestrictionBegin(_) | Self::RestrictionLift(_) => P::Privacy,
            Self::DidDeclare(_)
            | Self::DidNationalId(_)
            | Self::DidHappened(_)
            | Self::DidSettle(_)
            | Self::EmploymentRecord(_)
            | Self::EmploymentEnd(_)
            | Self::EmploymentCorrect(_)
            | Self::EmploymentWithdraw(_)
            | Self::EmploymentFollow(_)
            | Self::IncomeDeclare(_) => P::Did,
            Self::AssessmentRecord(_) => P::Assessment,
            Self::PspDraft(_)
            | Self::PspIntegrate(_)
            | Self::PspRetry(_)
            | Self::PspEdit(_)
            | Self::PspMeasure(_)
            | Self::PspSearchAct(_)
            | Self::PspIssue(_)
            | Self::PspSign(_)
            | Self::SigningStart(_)
            | Self::SigningHappened(_)
            | Self::PspAnnul(_)
            | Self::PspHappened(_)
            | Self::PspCopyHanded(_) => P::Pact,
            Self::DocumentIssue(_) | Self::DocumentProtocol(_) | Self::DocumentHanded(_) => P::Documents,
            Self::DocumentGenerated(_) => P::Print,
            Self::AppointmentBook(_)
            | Self::AppointmentHappened(_)
            | Self::AppointmentMove(_)
            | Self::AppointmentReassign(_) => P::Agenda,
            Self::MiAttivoRegister(_)
            | Self::MiAttivoHappened(_)
            | Self::PadRecord(_)
            | Self::PadHappened(_) => P::Intake,
            Self::ActivityRecord(_) | Self::ActivityHappened(_) => P::Activities,
            Self::CaseOpen(_) | Self::CaseHappened(_) => P::Cases,
            Self::TableSetRow(_) | Self::TableLoad(_) | Self::TableWithdrawRow(_) => P::Tables,
            Self::HistoryUndo(_) => P::Undo,
            Self::TargetedApply(_) | Self::TargetedHappened(_) => P::Targeted,
        }
    }
}

impl Query {
    /// What one must be permitted to ask it; nothing for what is no data of
    /// the people served. A command that is only weighed is asked as if given.
    #[must_use]
    pub fn permissions(&self) -> &'static [Permission] {
        use Permission as P;
        match self {
            Self::Weigh(_) | Self::Operators | Self::Tables => &[],
            Self::Search { .. }
            | Self::Person { .. }
            | Self::Day { .. }
            | Self::OfficeDay { .. }
            | Self::OfficeWeek { .. }
            | Self::Free { .. }
            | Self::Home { .. }
            | Self::AtHand { .. }
            | Self::Paper { .. }
            | Self::Pact { .. }
            | Self::Psps { .. }
            | Self::History { .. }
            | Self::PersonAt { .. }
            | Self::Documents(_)
            | Self::DocumentPaper { reason: None, .. }
            | Self::Terms { .. }
            | Self::Radar(_) => &[P::Read],
            Self::Special { .. } | Self::DocumentPaper { reason: Some(_), .. } => &[P::Read, P::Special],
            Self::DayPaper { .. } | Self::PspBrief { .. } | Self::DocumentFile { reason: None, .. } => {
                &[P::Read, P::Print]
            }
            Self::DocumentFile { reason: Some(_), .. } => &[P::Read, P::Print, P::Special],
            Self::CalendarEvents { .. } => &[P::Read, P::Export],
            Self::DocumentDraft(_) => &[P::Read, P::Documents],
            Self::AccessLog(_) => &[P::Audit],
            Self::AccessReport(_) | Self::RetentionReport { .. } => &[P::Privacy],
            Self::PeopleReport => &[P::Read, P::Export],
            // All of it, what is special too.
            Self::PersonExport { .. } => &[P::Privacy, P::Special],
        }
    }

    /// How a question that was refused is told in the audit.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Special { .. } => "registrant.special",
            Self::DayPaper { .. } => "agenda.print",
            Self::CalendarEvents { .. } => "agenda.export",
            Self::DocumentPaper { .. } => "document.read",
            Self::DocumentFile { .. } => "document.file",
            Self::DocumentDraft(_) => "document.draft",
            Self::AccessLog(_) => "audit.read",
            Self::AccessReport(_) => "person.access_report",
            Self::PersonExport { .. } => "person.export",
            Self::PeopleReport => "report.people",
            Self::RetentionReport { .. } => "report.retention",
            Self::Person { .. } => "registrant.open",
            Self::Search { .. } => "search",
            _ => "read",
        }
    }
}

impl Desk {
    /// Refuses a question that an operator may not ask.
    ///
    /// # Errors
    /// A refusal with its sentence, after its line in the audit.
    pub(super) fn permit(&mut self, by: &str, query: &Query) -> Result<()> {
        query.permissions().iter().try_for_each(|what| self.demand(by, *what, query.name()))
    }

    /// Refuses what an operator may not do, where neither a command nor a
    /// question stands for it: `act` names it in the audit.
    ///
    /// # Errors
    /// A refusal with its sentence, after its line in the audit.
    pub fn demand(&mut self, by: &str, what: Permission, act: &'static str) -> Result<()> {
        let at = self.clock().now();
        let operator = self.operator(by).cloned();
        let barred = barred(&self.store().read(), operator.as_ref(), what, at.date())?;
        let Some(finding) = barred else { return Ok(()) };
        self.refused(operator.as_ref(), act)?;
        Err(refusal(&finding))
    }

    /// Leaves the line of an attempt that was refused.
    pub(super) fn refused(&mut self, operator: Option<&Operator>, act: &str) -> Result<()> {
        let at = self.clock().now();
        let line = AuditLine::new("refused").detail(act);
        self.store_mut().log(at, operator.map(|operator| operator.id), &[line])
    }
}
