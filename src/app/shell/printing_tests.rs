//! News of papers: where they are said, over what, and when the program is
//! closed.

use super::printing::News;
use super::tests::{desk, shell};
use super::*;
use crate::documents::printing::habits::Occasion;
use crate::documents::printing::{Choice, Copies, Ended, Printer, Progress, Sides, Trouble};
use crate::fault::Fault;
use crate::ui::effect::{Effect, Job, Reply, Sign};

fn starts(shell: &mut Shell) -> Ticket {
    let job = Job::Print {
        title: "ESN03-2026-000001".into(),
        pdf: b"x".as_slice().into(),
        occasion: Occasion::TO_SIGN,
        choice: Choice { printer: Printer::Usual, copies: Copies::TWO, sides: Sides::LongEdge },
    };
    shell.carry_out_top(vec![Effect::Start("print", job)]);
    let started = shell.take_outward().into_iter().find_map(|request| match request {
        Outward::Start { ticket, .. } => Some(ticket),
        _ => None,
    });
    started.unwrap()
}

fn no_paper() -> News {
    let remedy = "Mettere carta A4 nel cassetto: riprende da sola.".to_owned();
    News::Progress(Progress::Trouble(Trouble { says: "manca la carta".into(), remedy }))
}

fn line(shell: &Shell) -> Option<(Sign, String)> {
    shell.notice().map(|notice| (notice.sign, notice.text.clone()))
}

#[test]
fn what_waits_and_what_fails_stands_out_and_what_ends_well_is_quiet() {
    let mut shell = shell();
    let ticket = starts(&mut shell);
    shell.printing_goes(ticket, no_paper());
    let (sign, text) = line(&shell).unwrap();
    assert_eq!(sign, Sign::Warn);
    assert!(text.starts_with("ESN03-2026-000001 fermo: manca la carta. Mettere carta"), "{text}");
    shell.printing_goes(ticket, News::Progress(Progress::Goes));
    assert_eq!(line(&shell).unwrap().0, Sign::Ok, "it says itself that it is over");
    shell.announce(Notice::no("Il codice non torna."));
    shell.printing_goes(ticket, News::Ended(Ended::Printed));
    assert_eq!(line(&shell).unwrap().1, "Il codice non torna.", "not over what must be read");
    assert!(shell.messages().last().unwrap().text.contains("ESN03-2026-000001 stampato"), "but kept");

    let ticket = starts(&mut shell);
    let fault = Fault::outside("La stampante non risponde più.").hint("Guardare se i fogli sono usciti.");
    shell.printing_goes(ticket, News::Ended(Ended::Failed(fault)));
    let (sign, text) = line(&shell).unwrap();
    assert_eq!(sign, Sign::No);
    assert!(text.contains("non stampato") && text.contains("Guardare se"), "{text}");
    // Over: later news of it are nobody's.
    shell.printing_goes(ticket, no_paper());
    assert_eq!(line(&shell).unwrap().0, Sign::No);
}

#[test]
fn closing_says_what_becomes_of_the_papers() {
    let mut at = desk();
    at.press("Ctrl+Q").sees("Chiudere il programma?").press("Esc");
    let ticket = starts(&mut at.shell);
    at.press("Ctrl+Q").sees("non è ancora alla stampante").press("Esc");
    at.shell.replied(ticket, Reply::Job(Err(Fault::outside("Non risponde."))));
    at.press("Ctrl+Q");
    assert!(!at.screen().contains("stampante"), "{}", at.screen());
}
