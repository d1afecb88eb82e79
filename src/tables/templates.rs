//! The templates of the documents as they ship.

use serde_json::json;

use crate::domain::office_row::Entry;

/// A template that ships.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Its name: file, code of the table, command line.
    pub name: &'static str,
    /// What it is the template of, in Italian.
    pub label: &'static str,
    /// What it says.
    pub text: &'static str,
}

macro_rules! shipped {
    ($($name:literal: $label:literal;)+) => {
        /// Every template, in the order of the lists.
        pub const ALL: &[Shipped] = &[$(Shipped {
            name: $name,
            label: $label,
            text: include_str!(concat!("../../assets/templates/", $name, ".txt")),
        }),+];
    };
}

shipped! {
    "psp": "patto di servizio personalizzato";
    "psp_brief": "patto in breve";
    "did_receipt": "ricevuta della DID";
    "convocation": "convocazione";
    "memo": "promemoria degli appuntamenti";
    "placement_receipt": "ricevuta della domanda di collocamento mirato";
    "placement_obstacles": "motivi che impediscono l'iscrizione al collocamento mirato";
    "placement_accepted": "iscrizione al collocamento mirato";
    "placement_refused": "domanda di collocamento mirato non accolta";
    "agenda": "agenda di un giorno";
}

/// The template of that name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Shipped> {
    ALL.iter().find(|shipped| shipped.name == name)
}

/// As rows of their table.
pub(super) fn entries() -> Vec<Entry> {
    let entry = |shipped: &Shipped| Entry {
        code: shipped.name.to_owned(),
        cells: [("label", json!(shipped.label)), ("text", json!(shipped.text))]
            .map(|(name, value)| (name.to_owned(), value))
            .into(),
        ..Entry::default()
    };
    ALL.iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::office_row::Table;
    use std::collections::BTreeSet;

    #[test]
    fn every_file_is_listed_and_an_office_could_load_it() {
        let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/templates")).unwrap();
        let names = files.map(|file| file.unwrap().path());
        let names = names.filter(|path| path.extension().is_some_and(|e| e == "txt"));
        let files: BTreeSet<String> =
            names.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
        let listed: BTreeSet<String> = ALL.iter().map(|shipped| format!("{}.txt", shipped.name)).collect();
        assert_eq!(files, listed);
        for shipped in ALL {
            let column = Table::Templates.column("text").unwrap();
            assert!(column.takes(shipped.name, &json!(shipped.text)), "{}", shipped.name);
            assert!(!shipped.text.contains('\r'), "{}", shipped.name);
        }
    }
}
