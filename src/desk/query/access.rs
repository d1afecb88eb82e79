//! The log of accesses, for who answers for it: who did what, about whom and
//! why. Reading it leaves a line like any other reading.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::access::{self, ActKind};
use crate::domain::ids::{OperatorId, RegistrantId};
use crate::domain::registrant::Registrant;
use crate::fault::Result;
use crate::store::{AuditFilter, AuditLine, AuditRecord, Read};

/// Which lines of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessFilter {
    /// Days, operator, person, kinds and the stretch.
    pub lines: AuditFilter,
    /// Fiscal code of the person, where they are named by it; empty for any.
    pub code: String,
}

/// A stretch of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessLog {
    /// Its lines, the newest first.
    pub rows: Vec<AccessRow>,
    /// There are older ones.
    pub more: bool,
}

/// A line of the log, as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessRow {
    /// Place in the chain.
    pub seq: i64,
    /// Code of the desk.
    pub desk: String,
    /// When.
    pub at: NaiveDateTime,
    /// Who; nobody while the office was founded or before anybody signed in.
    pub operator: Option<OperatorId>,
    /// `BIANCHI A.`; empty without anybody.
    pub operator_name: String,
    /// Name of the act: `psp.issue`.
    pub action: String,
    /// Its kind.
    pub kind: ActKind,
    /// About whom.
    pub registrant: Option<RegistrantId>,
    /// `ROSSI MARIA`; empty when about nobody, or about somebody whose
    /// registration was undone.
    pub person: String,
    /// What else matters.
    pub detail: String,
    /// Why.
    pub reason: String,
}

impl AccessRow {
    /// What else matters, as people read it: of a refusal what was tried, and
    /// days as they are written.
    #[must_use]
    pub fn more(&self) -> String {
        if self.kind == ActKind::Refused {
            // What was tried, then the rule that stopped it.
            let (tried, rule) = self.detail.split_once(' ').unwrap_or((&self.detail, ""));
            let tried = access::label(tried).unwrap_or(tried);
            return format!("{tried} {rule}").trim_end().to_owned();
        }
        let day = |word: &str| Some(word.parse::<NaiveDate>().ok()?.format("%d/%m/%Y").to_string());
        let words = self.detail.split(' ').map(|word| day(word).unwrap_or_else(|| word.to_owned()));
        words.collect::<Vec<_>>().join(" ")
    }

    /// The act as people read it; its own name where this program is too old
    /// to know it.
    #[must_use]
    pub fn act(&self) -> &str {
        access::label(&self.action).unwrap_or(&self.action)
    }
}

impl AccessFilter {
    /// The same with the person of the code, so that its line is about them;
    /// `None` where nobody has it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn of_somebody(&self, read: &Read<'_>) -> Result<Option<Self>> {
        let code = self.code.trim().to_uppercase();
        if code.is_empty() {
            return Ok(Some(self.clone()));
        }
        let person = read.registrants_with_code(&code)?.pop();
        Ok(person.map(|person| {
            let lines = AuditFilter { registrant: Some(person.id), ..self.lines.clone() };
            Self { lines, ..self.clone() }
        }))
    }

    /// The line that says the log was read, and which part of it.
    #[must_use]
    pub fn audit(&self) -> AuditLine {
        let lines = &self.lines;
        let mut said: Vec<String> = Vec::new();
        said.extend(lines.from.map(|day| format!("from={day}")));
        said.extend(lines.to.map(|day| format!("to={day}")));
        said.extend(lines.operator.map(|id| format!("operator={id}")));
        let kinds: Vec<&str> = lines.kinds.iter().map(|kind| kind.word()).collect();
        said.extend((!kinds.is_empty()).then(|| format!("kind={}", kinds.join(","))));
        said.extend(lines.before.map(|line| format!("before={line}")));
        let line = AuditLine::new("audit.read").detail(said.join(" "));
        AuditLine { registrant: lines.registrant, ..line }
    }
}

impl AccessLog {
    /// Reads a stretch.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(read: &Read<'_>, filter: &AccessFilter) -> Result<Self> {
        let Some(filter) = filter.of_somebody(read)? else { return Ok(Self::default()) };
        let page = read.audit_log(&filter.lines)?;
        let mut names = Names::read(read)?;
        let rows = page.lines.into_iter().map(|line| names.row(read, line)).collect::<Result<_>>()?;
        Ok(Self { rows, more: page.more })
    }
}

/// Names of those the lines speak of, each read once.
struct Names {
    operators: HashMap<OperatorId, String>,
    people: HashMap<RegistrantId, String>,
}

impl Names {
    fn read(read: &Read<'_>) -> Result<Self> {
        let operators = read.operators()?.into_iter().map(|who| (who.id, who.short_name())).collect();
        Ok(Self { operators, people: HashMap::new() })
    }

    fn person(&mut self, read: &Read<'_>, id: RegistrantId) -> Result<String> {
        if let Some(name) = self.people.get(&id) {
            return Ok(name.clone());
        }
        let name = read.get::<Registrant>(id.0)?.map(|person| person.list_name()).unwrap_or_default();
        self.people.insert(id, name.clone());
        Ok(name)
    }

    fn row(&mut self, read: &Read<'_>, record: AuditRecord) -> Result<AccessRow> {
        let AuditRecord { seq, desk, at, operator, line } = record;
        let named = operator.map(|id| self.operators.get(&id).cloned().unwrap_or_else(|| id.to_string()));
        let person = line.registrant.map(|id| self.person(read, id)).transpose()?;
        Ok(AccessRow {
            seq,
            desk,
            at,
            operator,
            operator_name: named.unwrap_or_default(),
            kind: ActKind::of(&line.action),
            action: line.action.into_owned(),
            registrant: line.registrant,
            person: person.unwrap_or_default(),
            detail: line.detail,
            reason: line.reason.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::access;

    /// What stands between this and the next quote.
    fn quoted<'a>(text: &'a str, after: &str) -> Vec<&'a str> {
        text.split(after).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    fn sources(folder: &Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                sources(&path, text);
            } else if name.ends_with(".rs") && !name.contains("tests") {
                let all = std::fs::read_to_string(&path).unwrap();
                text.push_str(all.split("#[cfg(test)]").next().unwrap());
            }
        }
    }

    /// Whatever leaves a line has a name for people and a kind.
    #[test]
    fn every_act_the_program_writes_down_has_its_name() {
        let mut text = String::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
        let mut acts = quoted(&text, "AuditLine::new(\"");
        let names = text.split("pub fn name(&self) -> &'static str {").skip(1);
        let mut names = names.map(|part| part.split("\n}").next().unwrap());
        acts.extend(quoted(names.find(|part| part.contains("did.declare")).unwrap(), "=> \""));
        acts.extend(super::super::FileAim::ALL.iter().map(|aim| aim.event()));
        assert!(acts.len() > 80, "{acts:?}");
        let unknown: Vec<&str> = acts.into_iter().filter(|act| access::label(act).is_none()).collect();
        assert!(unknown.is_empty(), "no name in domain::access: {unknown:?}");
    }
}
