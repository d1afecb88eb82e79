//! Help of the fields of CO01.

/// Day.
pub const ON: &str = "Il giorno in cui è accaduto, non quello in cui lo si scrive: mai futuro, mai prima dell'ultimo passo registrato.";
/// Reference.
pub const REFERENCE: &str = "Numero e data del documento che prova il passo: atto, protocollo, ricevuta, verbale. Non copiarne il contenuto.";
/// Note.
pub const NOTE: &str = "Perché si decide così. Mai una diagnosi: di un certificato si scrive solo che è stato visto e fino a quando vale. Invio va a capo.";
/// Reason.
pub const REASON: &str = "Il motivo dato dalla persona, fra quelli che giustificano. È un dato riservato: nella scheda resta coperto.";
/// Document.
pub const SEEN: &str = "Spuntare se un documento è stato mostrato. Il documento non si conserva.";
/// Valid until.
pub const VALID: &str = "Fino a quando vale il documento visto.";
/// Impediment.
pub const IMPEDIMENT: &str = "Se la persona non poteva nemmeno avvisare, il giorno in cui l'impedimento è finito: il termine conta da lì.";
/// Consequence.
pub const CONSEQUENCE: &str = "Compare quella proposta dalla tabella, con il suo conto qui sopra. Chi adotta l'atto può cambiarla, con la motivazione.";
/// Days.
pub const DAYS: &str = "Giorni di decurtazione, da 1 a 60.";
/// From when.
pub const FROM: &str =
    "Da quando vale la conseguenza, come scritto nell'atto: mai prima del giorno dopo il fatto.";
/// Appeal.
pub const APPEAL: &str =
    "L'atto deve informare del ricorso al Comitato presso il Ministero: senza, non si adotta.";
/// Received.
pub const NOTIFIED: &str = "Quando la persona ha ricevuto l'atto: da qui decorre il termine del ricorso.";
/// Kind.
pub const KIND: &str =
    "Che cosa la persona non ha fatto. La lettera è quella dell'art. 21 c. 7; l'elenco segue la prestazione.";
/// Appointment.
pub const APPOINTMENT: &str = "L'assenza già segnata come non giustificata in agenda, che non ha ancora un caso. Porta con sé il giorno e la prova.";
/// Activity.
pub const ACTIVITY: &str = "L'attività rifiutata o interrotta, dal registro LEP.";
/// Day of the fact.
pub const FACT_ON: &str = "Il giorno del fatto: contano la DID e la prestazione di quel giorno.";
/// Proof.
pub const FACT_PROOF: &str = "Come si prova che la persona era stata convocata. Vuota, vale la prova dell'appuntamento. Senza prova l'episodio non conta.";
/// Employer.
pub const EMPLOYER: &str = "Chi offre il lavoro. Non si stampa.";
/// Job.
pub const JOB: &str = "Il lavoro offerto.";
/// Permanent.
pub const PERMANENT: &str = "Se il contratto offerto è a tempo indeterminato.";
/// Months.
pub const MONTHS: &str = "Durata del contratto a termine o in somministrazione, mesi interi.";
/// Hours.
pub const HOURS: &str =
    "Orario in percentuale: dell'ultimo contratto per NASpI e DIS-COLL, del tempo pieno per AdI e SFL.";
/// Minimum.
pub const MINIMUM: &str = "Se la paga è almeno quella del contratto collettivo.";
/// Pay.
pub const PAY: &str = "Paga al mese, in euro.";
/// Benefit.
pub const LAST_MONTH: &str = "Indennità dell'ultimo mese, senza l'integrazione dei fondi di solidarietà.";
/// Distance.
pub const KM: &str = "Distanza dal domicilio, in chilometri.";
/// Minutes.
pub const TRAVEL: &str = "Tempo con i mezzi pubblici, in minuti.";
/// Transport.
pub const NO_TRANSPORT: &str = "Se il luogo non si raggiunge con i mezzi pubblici.";
/// Coherence.
pub const COHERENCE: &str = "Quanto il lavoro è vicino a quello della persona e alle aree del patto.";
/// Children.
pub const CHILDREN: &str = "AdI e SFL: se nel nucleo ci sono figli sotto i 14 anni cambiano le distanze.";
