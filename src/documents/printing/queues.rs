//! The printers of this computer: their queues, the usual one, how they are.

use super::{Means, program};
use crate::fault::Result;

/// A queue of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    /// Its name, as `lp` takes it.
    pub name: String,
    /// How it is, in Italian.
    pub state: String,
    /// Would a document wait in it for somebody to see to it?
    pub stopped: bool,
}

/// What this computer can print on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printers {
    /// Its queues.
    pub queues: Vec<Queue>,
    /// The usual one, if one is set.
    pub usual: Option<String>,
}

/// Looks what this computer can print on. It may take seconds: CUPS looks
/// around the network too.
///
/// # Errors
/// There is no CUPS, or it does not answer.
#[cfg(unix)]
pub fn printers(means: &Means) -> Result<Printers> {
    let said = |argument: &str| program::run(&means.lpstat, &[argument.into()], means.patience.program);
    let names = said("-e")?.out;
    let usual = said("-d")?.out;
    // Two questions about the states: a queue may be idle and take nothing.
    let (states, accepting) = (said("-p")?.out, said("-a")?.out);
    Ok(read(&names, &usual, &states, &accepting))
}

/// Looks what this computer can print on. Not tried on a real Windows yet.
///
/// # Errors
/// When the list cannot be had.
#[cfg(windows)]
pub fn printers(means: &Means) -> Result<Printers> {
    super::windows::printers(means)
}

/// Reads the four answers of `lpstat`.
#[cfg(unix)]
fn read(names: &str, usual: &str, states: &str, accepting: &str) -> Printers {
    let usual = usual.trim().strip_prefix("system default destination: ").map(str::to_owned);
    let queues = names.lines().map(str::trim).filter(|name| !name.is_empty());
    let queues = queues.map(|name| {
        let (state, stopped) = state(name, states, accepting);
        Queue { name: name.to_owned(), state, stopped }
    });
    Printers { queues: queues.collect(), usual }
}

/// `printer NAME is idle.`, `printer NAME now printing NAME-12.`,
/// `printer NAME disabled since … -` with the reason on the next line;
/// `NAME not accepting requests since … -`. What is found on the network and
/// was never used has no line: it is there, no more is known.
#[cfg(unix)]
fn state(name: &str, states: &str, accepting: &str) -> (String, bool) {
    let after = |text: &str, prefix: String| {
        let mut lines = text.lines();
        let rest = lines.find_map(|line| line.strip_prefix(&prefix).map(str::to_owned))?;
        let more = lines.next().filter(|line| line.starts_with(['\t', ' '])).unwrap_or_default();
        Some((rest, more.trim().to_owned()))
    };
    let refuses = after(accepting, format!("{name} not accepting"));
    match after(states, format!("printer {name} ")) {
        _ if refuses.is_some() => ("non accetta documenti".to_owned(), true),
        Some((said, why)) if said.starts_with("disabled") => {
            let known = ["", "Paused", "reason unknown"].contains(&why.as_str());
            (if known { "ferma".to_owned() } else { format!("ferma: {why}") }, true)
        }
        Some((said, _)) if said.starts_with("now printing") => ("sta stampando".to_owned(), false),
        Some(_) => ("pronta".to_owned(), false),
        None => (String::new(), false),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_lpstat_says_is_read() {
        let printers = read(
            "ufficio\nsportello_2\nvecchia\nsilente\npiano-terra\n",
            "system default destination: ufficio\n",
            "printer ufficio is idle.  enabled since Mon Nov 23 08:00:00 2026\n\
             printer sportello_2 now printing sportello_2-41.  enabled since Mon Nov 23 08:00:00 2026\n\
             \tSending data\n\
             printer vecchia disabled since Fri Nov 20 17:02:11 2026 -\n\tcartuccia da cambiare\n\
             printer silente is idle.  enabled since Mon Nov 23 08:00:00 2026\n",
            "ufficio accepting requests since Mon Nov 23 08:00:00 2026\n\
             silente not accepting requests since Mon Nov 23 08:00:00 2026 -\n\tRejecting Jobs\n",
        );
        assert_eq!(printers.usual.as_deref(), Some("ufficio"));
        let states: Vec<_> =
            printers.queues.iter().map(|q| (q.name.as_str(), q.state.as_str(), q.stopped)).collect();
        assert_eq!(
            states,
            [
                ("ufficio", "pronta", false),
                ("sportello_2", "sta stampando", false),
                ("vecchia", "ferma: cartuccia da cambiare", true),
                ("silente", "non accetta documenti", true),
                ("piano-terra", "", false),
            ]
        );
        let none = read("", "no system default destination\n", "", "");
        assert_eq!(none, Printers::default());
    }
}
