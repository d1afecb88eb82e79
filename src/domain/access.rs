//! What a line of the audit says was done (R-PRV-4): every act has a kind and
//! a name people read, here and nowhere else.

/// What kind of act a line of the audit tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActKind {
    /// The record of a person was opened, or closed.
    Opened,
    /// Data were read in a list, in a document, as they stood.
    Read,
    /// People were searched.
    Searched,
    /// What is special was uncovered (R-PRV-1).
    Special,
    /// Something was printed or drawn up for print.
    Printed,
    /// Data left the program as a file.
    Exported,
    /// Something was recorded or changed.
    Changed,
    /// An attempt that was refused.
    Refused,
    /// The office and its file: who came in, copies, checks, keys.
    Office,
}

use ActKind::{Changed, Exported, Office, Opened, Printed, Read, Refused, Searched, Special};

impl ActKind {
    /// Every kind.
    pub const ALL: &'static [Self] =
        &[Opened, Read, Searched, Special, Printed, Exported, Changed, Refused, Office];

    /// The stable name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Opened => "opened",
            Read => "read",
            Searched => "searched",
            Special => "special",
            Printed => "printed",
            Exported => "exported",
            Changed => "changed",
            Refused => "refused",
            Office => "office",
        }
    }

    /// As it is told.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Opened => "Apertura",
            Read => "Lettura",
            Searched => "Ricerca",
            Special => "Dati particolari",
            Printed => "Stampa",
            Exported => "Esportazione",
            Changed => "Modifica",
            Refused => "Rifiuto",
            Office => "Ufficio",
        }
    }

    /// The kind with this stable name.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }

    /// The kind of an act, by its name in the audit. What this program does not
    /// know (a newer one wrote it) changes something as far as anybody can tell.
    #[must_use]
    pub fn of(action: &str) -> Self {
        find(action).map_or(Changed, |(_, kind, _)| *kind)
    }
}

/// The name of an act as people read it; `None` for one of a newer program.
#[must_use]
pub fn label(action: &str) -> Option<&'static str> {
    find(action).map(|(_, _, label)| *label)
}

fn find(action: &str) -> Option<&'static (&'static str, ActKind, &'static str)> {
    ACTS.binary_search_by(|(name, ..)| (*name).cmp(action)).ok().map(|place| &ACTS[place])
}

/// Every act of the audit by name: commands, and what is read or done without
/// a command. In the order of the alphabet.
pub const ACTS: &[(&str, ActKind, &str)] = &[
    ("activity.event", Changed, "Attività LEP: cambio di stato"),
    ("activity.record", Changed, "Attività LEP registrata"),
    ("agenda.export", Exported, "Agenda esportata"),
    ("agenda.print", Printed, "Agenda stampata"),
    ("agenda.read", Read, "Agenda letta"),
    ("agenda.week", Read, "Settimana letta"),
    ("appointment.book", Changed, "Appuntamento fissato"),
    ("appointment.event", Changed, "Appuntamento: cambio di stato"),
    ("appointment.move", Changed, "Appuntamento spostato"),
    ("appointment.reassign", Changed, "Appuntamento ad altri"),
    ("archive.verify", Office, "Archivio controllato"),
    ("assessment.record", Changed, "Assessment registrato"),
    ("audit.read", Office, "Registro degli accessi letto"),
    ("case.event", Changed, "Caso: cambio di stato"),
    ("case.open", Changed, "Caso aperto"),
    ("commands.read", Exported, "Comandi registrati esportati"),
    ("deadlines.read", Read, "Scadenze lette"),
    ("desk.search", Searched, "Ricerca"),
    ("did.declare", Changed, "DID inserita"),
    ("did.event", Changed, "DID: cambio di stato"),
    ("did.national_id", Changed, "Codice nazionale della DID"),
    ("did.settle", Changed, "DID: giorni sistemati"),
    ("document.copy", Printed, "Copia di un documento stampata"),
    ("document.draft", Read, "Bozza di un documento letta"),
    ("document.export", Exported, "Documento salvato in un file"),
    ("document.generated", Printed, "Documento: file fatto"),
    ("document.handed", Changed, "Documento consegnato"),
    ("document.issue", Changed, "Documento emesso"),
    ("document.open", Read, "Documento aperto"),
    ("document.print", Printed, "Documento stampato"),
    ("document.protocol", Changed, "Documento: protocollo"),
    ("document.read", Read, "Documento letto"),
    ("documents.read", Read, "Registro dei documenti letto"),
    ("employment.correct", Changed, "Lavoro corretto"),
    ("employment.end", Changed, "Lavoro finito"),
    ("employment.follow", Changed, "Conseguenze dei lavori"),
    ("employment.record", Changed, "Lavoro registrato"),
    ("employment.withdraw", Changed, "Lavoro tolto"),
    ("history.undo", Changed, "Salvataggio annullato"),
    ("income.declare", Changed, "Reddito dichiarato"),
    ("menu.read", Read, "Menu letto"),
    ("miattivo.event", Changed, "MiAttivo: cambio di stato"),
    ("miattivo.register", Changed, "MiAttivo registrato"),
    ("office.backup", Office, "Copia di sicurezza"),
    ("office.close", Office, "Chiusura dell'ufficio"),
    ("office.copies_folder", Office, "Cartella delle copie cambiata"),
    ("office.hours", Office, "Orario dell'ufficio"),
    ("office.key", Office, "Chiave del file cambiata"),
    ("office.recovery", Office, "Chiave di recupero"),
    ("office.reopen", Office, "Chiusura tolta"),
    ("office.restore", Office, "Copia rimessa al suo posto"),
    ("office.set_up", Office, "Ufficio registrato"),
    ("office.verify", Office, "File dell'ufficio controllato"),
    ("operator.absent", Office, "Assenza di un operatore"),
    ("operator.add", Office, "Operatore aggiunto"),
    ("operator.back", Office, "Rientro di un operatore"),
    ("operator.disable", Office, "Operatore disabilitato"),
    ("operator.edit", Office, "Operatore modificato"),
    ("operator.enable", Office, "Operatore riabilitato"),
    ("operator.password", Office, "Password cambiata"),
    ("operator.recovery", Office, "Password rifatta con la chiave di recupero"),
    ("operator.sign_in", Office, "Accesso"),
    ("operator.wrong_password", Refused, "Password sbagliata"),
    ("pad.event", Changed, "PAD: cambio di stato"),
    ("pad.record", Changed, "PAD registrato"),
    ("person.access_report", Exported, "Rapporto degli accessi"),
    ("person.export", Exported, "Copia dei dati di una persona"),
    ("psp.annul", Changed, "Patto annullato"),
    ("psp.brief", Printed, "Patto in breve"),
    ("psp.copy_handed", Changed, "Patto: copia consegnata"),
    ("psp.draft", Changed, "Patto: bozza aperta"),
    ("psp.edit", Changed, "Patto modificato"),
    ("psp.event", Changed, "Patto: cambio di stato"),
    ("psp.integrate", Changed, "Patto: nuova versione"),
    ("psp.issue", Changed, "Patto emesso"),
    ("psp.list", Read, "Patti elencati"),
    ("psp.measure", Changed, "Patto: misura"),
    ("psp.print", Exported, "Bozza di patto in un file"),
    ("psp.read", Read, "Patto letto"),
    ("psp.retry", Changed, "Patto: nuovo tentativo"),
    ("psp.search_act", Changed, "Patto: azione di ricerca"),
    ("psp.sign", Changed, "Patto firmato"),
    ("refused", Refused, "Rifiutato"),
    ("registrant.at", Read, "Scheda com'era letta"),
    ("registrant.close", Opened, "Scheda chiusa"),
    ("registrant.edit", Changed, "Anagrafica modificata"),
    ("registrant.history", Read, "Storia della persona letta"),
    ("registrant.open", Opened, "Scheda aperta"),
    ("registrant.privacy_notice", Changed, "Informativa consegnata"),
    ("registrant.register", Changed, "Persona registrata"),
    ("registrant.search", Searched, "Ricerca di persone"),
    ("registrant.special", Special, "Dati particolari mostrati"),
    ("report.people", Read, "Persone contate senza nomi"),
    ("report.retention", Read, "Elenco per lo scarto letto"),
    ("restriction.begin", Changed, "Trattamento limitato"),
    ("restriction.lift", Changed, "Limitazione tolta"),
    ("signing.event", Changed, "Firma: un passo"),
    ("signing.start", Changed, "Firma cominciata"),
    ("table.load", Office, "Righe di una tabella caricate"),
    ("table.set_row", Office, "Riga di una tabella"),
    ("table.withdraw_row", Office, "Riga di una tabella ritirata"),
    ("targeted.apply", Changed, "Domanda di collocamento mirato"),
    ("targeted.event", Changed, "Collocamento mirato: un passo"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_is_found_by_its_name() {
        assert!(ACTS.windows(2).all(|pair| pair[0].0 < pair[1].0), "in the order of the alphabet");
        assert_eq!((ActKind::of("psp.brief"), label("psp.brief")), (Printed, Some("Patto in breve")));
        assert_eq!((ActKind::of("newer.act"), label("newer.act")), (Changed, None));
        for kind in ActKind::ALL {
            assert_eq!(ActKind::of_word(kind.word()), Some(*kind));
        }
    }
}
