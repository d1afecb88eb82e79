//! The one way a command runs: rules first, then the rows, in one
//! transaction with its audit line and its recorded changeset.

mod act;
mod activity;
mod appointment;
mod assessment;
mod calendar;
mod case;
mod did;
mod did_follow;
mod document;
mod document_issue;
mod document_number;
mod employment;
mod gone;
mod history;
mod intake_follow;
mod miattivo;
mod moving;
mod office;
mod pad;
mod pad_into_pact;
mod profiling;
mod psp;
mod psp_edit;
mod psp_follow;
mod psp_issue;
mod registrant;
mod restriction;
mod signing;
mod table;
mod targeted;

pub(super) use act::{Act, word};
pub(super) use profiling::unknown_codes;

use super::command::Command;
use super::permitted;
use crate::fault::Result;

/// Runs a command inside its transaction, if who gives it may. What the rules said is in `act`;
/// a refusal writes nothing.
pub(super) fn execute(act: &mut Act<'_, '_>, command: &Command) -> Result<()> {
    if let Some(finding) = permitted::barred(act.tx, act.operator, command.permission(), act.today())?
        && !act.judge(vec![finding], &[])
    {
        return Ok(());
    }
    run(act, command)?;
    if !act.refused() {
        gone::check(act, command)?;
    }
    if act.refused() { Ok(()) } else { restriction::check(act, command) }
}

fn run(act: &mut Act<'_, '_>, command: &Command) -> Result<()> {
    match command {
        Command::OfficeSetUp(c) => office::set_up(act, c),
        Command::OperatorAdd(c) => office::add_operator(act, c),
        Command::OperatorEdit(c) => office::edit_operator(act, c),
        Command::OperatorDisable(c) => office::disable(act, c),
        Command::OperatorEnable(c) => office::enable(act, c),
        Command::OfficeHours(c) => calendar::hours(act, c),
        Command::OfficeClose(c) => calendar::close(act, c),
        Command::OfficeReopen(c) => calendar::reopen(act, c),
        Command::OperatorAbsent(c) => calendar::absent(act, c),
        Command::OperatorBack(c) => calendar::back(act, c),
        Command::RegistrantRegister(c) => registrant::register(act, c),
        Command::RegistrantEdit(c) => registrant::edit(act, c),
        Command::PrivacyNoticeGiven(c) => registrant::privacy_notice(act, c),
        Command::RestrictionBegin(c) => restriction::begin(act, c),
        Command::RestrictionLift(c) => restriction::lift(act, c),
        Command::PspDraft(c) => psp::draft(act, c),
        Command::PspIntegrate(c) => psp::integrate(act, c),
        Command::PspAnnul(c) => psp::annul(act, c),
        Command::PspRetry(c) => psp::retry(act, c),
        Command::PspEdit(c) => psp_edit::edit(act, c),
        Command::PspMeasure(c) => psp_edit::measure(act, c),
        Command::PspSearchAct(c) => psp_edit::search_act(act, c),
        Command::PspIssue(c) => psp_issue::issue(act, c),
        Command::PspSign(c) => psp_issue::sign(act, c),
        Command::SigningStart(c) => signing::start(act, c),
        Command::SigningHappened(c) => signing::event(act, c),
        Command::PspHappened(c) => psp_issue::event(act, c),
        Command::PspCopyHanded(c) => psp_issue::copy_handed(act, c),
        Command::DocumentIssue(c) => document_issue::issue(act, c),
        Command::DocumentGenerated(c) => document::generated(act, c),
        Command::DocumentProtocol(c) => document::protocol(act, c),
        Command::DocumentHanded(c) => document::handed(act, c),
        Command::AppointmentBook(c) => appointment::book(act, c),
        Command::AppointmentHappened(c) => appointment::event(act, c),
        Command::AppointmentMove(c) => moving::move_to(act, c),
        Command::AppointmentReassign(c) => moving::reassign(act, c),
        Command::MiAttivoRegister(c) => miattivo::register(act, c),
        Command::MiAttivoHappened(c) => miattivo::happened(act, c),
        Command::PadRecord(c) => pad::record(act, c),
        Command::PadHappened(c) => pad::happened(act, c),
        Command::ActivityRecord(c) => activity::record(act, c),
        Command::ActivityHappened(c) => activity::happened(act, c),
        Command::CaseOpen(c) => case::open(act, c),
        Command::CaseHappened(c) => case::happened(act, c),
        Command::TargetedApply(c) => targeted::apply(act, c),
        Command::TargetedHappened(c) => targeted::happened(act, c),
        Command::DidDeclare(c) => did::declare(act, c),
        Command::DidNationalId(c) => did::national_id(act, c),
        Command::DidHappened(c) => did::happened(act, c),
        Command::DidSettle(c) => did_follow::settle(act, c),
        Command::EmploymentRecord(c) => employment::record(act, c),
        Command::EmploymentEnd(c) => employment::end(act, c),
        Command::EmploymentCorrect(c) => employment::correct(act, c),
        Command::EmploymentWithdraw(c) => employment::withdraw(act, c),
        Command::EmploymentFollow(c) => employment::follow(act, c),
        Command::IncomeDeclare(c) => employment::declare(act, c),
        Command::AssessmentRecord(c) => assessment::record(act, c),
        Command::TableSetRow(c) => table::set_row(act, c),
        Command::TableLoad(c) => table::load(act, c),
        Command::TableWithdrawRow(c) => table::withdraw(act, c),
        Command::HistoryUndo(c) => history::undo(act, c),
    }
}
