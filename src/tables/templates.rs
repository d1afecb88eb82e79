//! The templates of the documents as they ship.

use serde_json::json;

use crate::domain::office_row::Entry;

/// A template that ships.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Its name: code of the table, command line.
    pub name: &'static str,
    /// What it is the template of, in Italian.
    pub label: &'static str,
    /// What it says.
    pub text: &'static str,
}

macro_rules! shipped {
    ($($name:literal, $file:literal: $label:literal;)+) => {
        /// Every template, in the order of the lists.
        pub const ALL: &[Shipped] = &[$(Shipped {
            name: $name,
            label: $label,
            text: include_str!(concat!("../../assets/templates/", $file, ".txt")),
        }),+];
    };
}

shipped! {
    "psp", "psp": "patto di servizio personalizzato";
    "psp_brief", "psp_brief": "patto in breve";
    "psp_brief_en", "brief/en": "patto in breve, in inglese";
    "psp_brief_fr", "brief/fr": "patto in breve, in francese";
    "psp_brief_ar", "brief/ar": "patto in breve, in arabo";
    "psp_brief_uk", "brief/uk": "patto in breve, in ucraino";
    "psp_brief_zh", "brief/zh": "patto in breve, in cinese";
    "did_receipt", "did_receipt": "ricevuta della DID";
    "convocation", "convocation": "convocazione";
    "memo", "memo": "promemoria degli appuntamenti";
    "placement_receipt", "placement_receipt": "ricevuta della domanda di collocamento mirato";
    "placement_obstacles", "placement_obstacles": "motivi che impediscono l'iscrizione al collocamento mirato";
    "placement_accepted", "placement_accepted": "iscrizione al collocamento mirato";
    "placement_refused", "placement_refused": "domanda di collocamento mirato non accolta";
    "agenda", "agenda": "agenda di un giorno";
    "access_report", "access_report": "chi ha usato i dati di una persona";
    "person_data", "person_data": "tutti i dati di una persona";
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
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/templates");
        let texts = |folder: String| {
            let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
            let texts = files.filter(|path| path.extension().is_some_and(|e| e == "txt"));
            texts.map(|path| std::fs::read_to_string(path).unwrap()).collect::<Vec<String>>()
        };
        let files: BTreeSet<String> =
            texts(folder.to_owned()).into_iter().chain(texts(format!("{folder}/brief"))).collect();
        let listed: BTreeSet<String> = ALL.iter().map(|shipped| shipped.text.to_owned()).collect();
        assert_eq!(files, listed);
        for shipped in ALL {
            let column = Table::Templates.column("text").unwrap();
            assert!(column.takes(shipped.name, &json!(shipped.text)), "{}", shipped.name);
            assert!(!shipped.text.contains('\r'), "{}", shipped.name);
        }
    }
}
