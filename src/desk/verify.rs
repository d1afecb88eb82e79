//! The whole check of an office: one list, to which each area adds its own.

use super::run::Desk;
use crate::fault::Result;
use crate::store::AuditLine;

/// What a check is given.
struct Given<'a> {
    by: &'a str,
    /// Can the words of an archived document be read?
    readable: &'a dyn Fn(&str) -> bool,
}

/// One check: stable name, name in words, and what it does.
struct Check {
    name: &'static str,
    label: &'static str,
    run: fn(&mut Desk, &Given<'_>) -> Result<Found>,
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How much it looked at, in words; may be empty.
    pub seen: String,
    /// What is wrong, a sentence each.
    pub wrong: Vec<String>,
}

/// A check that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The stable name.
    pub name: &'static str,
    /// In words.
    pub label: &'static str,
    /// What it found.
    pub found: Found,
}

/// All of them. The file has been opened already: key, head and length.
const CHECKS: &[Check] = &[
    Check { name: "pages", label: "pagine cifrate", run: pages },
    Check { name: "tables", label: "tabelle e indici", run: tables },
    Check { name: "links", label: "legami tra le schede", run: links },
    Check { name: "records", label: "schede e loro storia", run: records },
    Check { name: "numbers", label: "numeri dei documenti", run: numbers },
    Check { name: "audit", label: "registro degli accessi", run: audit },
    Check { name: "archive", label: "documenti archiviati", run: archive },
    Check { name: "derived", label: "ricerca e scadenzario", run: derived },
    Check { name: "copies", label: "copie di sicurezza", run: copies },
];

impl Desk {
    /// Does every check, also after one that found something, and leaves a
    /// line of the audit. `each` is called as they are done.
    ///
    /// # Errors
    /// When the line of the audit cannot be written though all is in order,
    /// and those of `each`.
    pub fn verify(
        &mut self,
        by: &str,
        readable: impl Fn(&str) -> bool,
        mut each: impl FnMut(&Checked) -> Result<()>,
    ) -> Result<Vec<Checked>> {
        let given = Given { by, readable: &readable };
        let mut done = Vec::with_capacity(CHECKS.len());
        for check in CHECKS {
            let found = (check.run)(self, &given)
                .unwrap_or_else(|fault| Found { seen: String::new(), wrong: vec![fault.message] });
            let checked = Checked { name: check.name, label: check.label, found };
            each(&checked)?;
            done.push(checked);
        }
        let wrong: Vec<&str> = done.iter().filter(|c| !c.found.wrong.is_empty()).map(|c| c.name).collect();
        let (at, operator) = (self.clock().now(), self.operator(by).map(|operator| operator.id));
        let line = AuditLine::new("office.verify").detail(wrong.join(", "));
        let logged = self.store_mut().log(at, operator, &[line]);
        // A damaged file may take no line any more: what was found is told.
        if wrong.is_empty() {
            logged?;
        }
        Ok(done)
    }
}

fn pages(desk: &mut Desk, _: &Given<'_>) -> Result<Found> {
    desk.store().check_pages().map(|()| Found::default())
}

fn tables(desk: &mut Desk, _: &Given<'_>) -> Result<Found> {
    desk.store().check_tables().map(|()| Found::default())
}

fn links(desk: &mut Desk, _: &Given<'_>) -> Result<Found> {
    let wrong = desk.store().read().orphans()?;
    let said = |(table, rows)| format!("tabella {table}: {rows} righe parlano di una scheda che non c'è");
    Ok(Found { seen: String::new(), wrong: wrong.into_iter().map(said).collect() })
}

fn records(desk: &mut Desk, _: &Given<'_>) -> Result<Found> {
    let (units, wrong) = desk.store().read().records_wrong()?;
    let said = |table: &str| format!("tabella {table}: non è quella che i comandi registrati danno");
    Ok(Found { seen: format!("comandi registrati {units}"), wrong: wrong.into_iter().map(said).collect() })
}

fn numbers(desk: &mut Desk, _: &Given<'_>) -> Result<Found> {
    let wrong = desk.numbers_behind()?;
    let said =
        |(series, last)| format!("serie {series}: il conto è indietro, l'ultimo numero su carta è {last}");
    Ok(Found { seen: String::new(), wrong: wrong.into_iter().map(said).collect() })
}

fn audit(desk: &mut Desk, _: &Given<'_>) -> Result<Found> {
    let check = desk.store().read().audit_verify()?;
    Ok(Found {
        seen: format!("righe {}, giorni chiusi e firmati {}", check.lines, check.days),
        wrong: check.wrong.iter().map(crate::store::AuditFault::sentence).collect(),
    })
}

fn archive(desk: &mut Desk, given: &Given<'_>) -> Result<Found> {
    let check = desk.verify_archive(given.by, given.readable)?;
    Ok(Found {
        seen: format!("documenti {}, file {}", check.documents, check.files),
        wrong: check.wrong.into_iter().map(|(number, text)| format!("{number}: {text}")).collect(),
    })
}

fn derived(desk: &mut Desk, _: &Given<'_>) -> Result<Found> {
    let wrong = desk.store_mut().derived_wrong()?;
    let said = |table: &str| format!("tabella {table}: non è quella che le schede danno");
    Ok(Found { seen: String::new(), wrong: wrong.into_iter().map(said).collect() })
}

fn copies(desk: &mut Desk, _: &Given<'_>) -> Result<Found> {
    desk.check_copies()
}
