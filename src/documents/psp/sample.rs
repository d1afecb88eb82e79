//! Invented papers for the tests.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::number::DocumentNumber;
use crate::domain::paper::*;

pub(crate) fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

pub(crate) fn hour(h: u32, m: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(h, m, 0).unwrap()
}

/// The hour at which the samples are printed.
pub(crate) fn when() -> NaiveDateTime {
    day(2026, 11, 23).and_time(hour(10, 45))
}

fn text(t: &str) -> String {
    t.to_owned()
}

impl PspPaper {
    /// A typical pact, issued, with NASpI.
    #[must_use]
    pub(crate) fn sample() -> Self {
        let measure =
            |name: &str, lep: &str, sap: &str, provider: &str, from, to, outcome: &str| MeasurePaper {
                name: text(name),
                lep: text(lep),
                sap: text(sap),
                provider: text(provider),
                from,
                to,
                outcome: text(outcome),
                state: text("concordata"),
            };
        let act = |act: &str, timing: &str, due| SearchActPaper { act: text(act), timing: text(timing), due };
        Self {
            draft: false,
            number: Some(DocumentNumber::new("ESN", 3, 2026, 123).unwrap()),
            version: 1,
            previous: None,
            protocol: Some(Protocol { number: text("0012345"), on: day(2026, 11, 23) }),
            office: OfficePaper {
                body: text("Provincia di Esempio"),
                name: text("Esempio Nord"),
                address: text("via d'Esempio 10, 16100 Genova"),
                phone: text("010 0000000"),
                email: text("cpi.nord@esempio.invalid"),
                pec: text("cpi.nord@pec.esempio.invalid"),
            },
            operator: text("Giulia Neri"),
            provider: None,
            person: PersonPaper {
                full_name: text("Maria Teresa Rossi"),
                fiscal_code: text("RSSMTR85T50Z999W"),
                birth_place: text("Genova"),
                birth_date: day(1985, 12, 10),
                guardian: None,
                identity: Some(IdentityPaper {
                    kind: text("Carta d'identità"),
                    number: text("CA00000AA"),
                    issuer: text("Comune di Genova"),
                    expires_on: Some(day(2031, 12, 10)),
                }),
                domicile: text("via d'Esempio 1, 16100 Genova"),
                contact_address: text("presso Bianchi, via della Libertà 7, 16100 Genova"),
                phone: text("333 0000000"),
                email: text("maria.rossi@esempio.invalid"),
                pec: String::new(),
            },
            situation: SituationPaper {
                did_on: Some(day(2026, 11, 12)),
                did_code: Some(text("DID0000000123")),
                benefit: BenefitPaper::Unemployment { name: text("NASpI"), applied_on: day(2026, 11, 12) },
                status: text("disoccupata"),
                seniority_days: Some(11),
                education: text("Diploma di istruzione secondaria superiore, perito aziendale"),
                last_job: Some(LastJobPaper {
                    title: text("Impiegata amministrativa"),
                    ended_on: Some(day(2026, 11, 9)),
                }),
            },
            profile: ProfilePaper {
                index: Some(IndexPaper { value: text("0,412"), on: day(2026, 11, 13) }),
                assessment: Some(AssessmentPaper {
                    on: day(2026, 11, 23),
                    summary: text(
                        "Esperienza solida nella contabilità, conosce i gestionali più diffusi. \
                         Ha bisogno di aggiornare il curriculum e l'inglese scritto. Può spostarsi con i mezzi \
                         pubblici entro un'ora.",
                    ),
                }),
                path: None,
                sectors: vec![text("Amministrazione, finanza e controllo"), text("Servizi alle imprese")],
            },
            objective: text(
                "Trovare entro sei mesi un impiego amministrativo, anche a tempo parziale, \
                 in un'azienda della città o della riviera di levante.",
            ),
            contact: ContactPaper {
                officer: text("Giulia Neri"),
                officer_phone: text("010 0000001"),
                officer_email: text("giulia.neri@esempio.invalid"),
                frequency: text("una volta al mese"),
                mode: text("in presenza o al telefono"),
                convocation: text("e-mail all'indirizzo maria.rossi@esempio.invalid"),
            },
            measures: vec![
                measure(
                    "Orientamento specialistico",
                    "E",
                    "A03",
                    "CPI Esempio Nord",
                    Some(day(2026, 12, 1)),
                    Some(day(2027, 1, 31)),
                    "Bilancio delle competenze",
                ),
                measure(
                    "Supporto all'inserimento o reinserimento lavorativo",
                    "F3",
                    "B03",
                    "CPI Esempio Nord",
                    Some(day(2026, 12, 15)),
                    Some(day(2027, 5, 31)),
                    "Almeno due colloqui di selezione",
                ),
                measure(
                    "Avviamento a formazione: inglese per l'ufficio",
                    "H",
                    "",
                    "Ente di formazione Esempio",
                    Some(day(2027, 1, 11)),
                    Some(day(2027, 3, 26)),
                    "Attestato di frequenza",
                ),
            ],
            no_measures_reason: None,
            search_acts: vec![
                act("Rispondere ad annunci di lavoro", "almeno 3 alla settimana", Some(day(2027, 5, 31))),
                act("Iscriversi a due agenzie per il lavoro", "una volta", Some(day(2026, 12, 7))),
                act("Aggiornare il curriculum", "una volta", Some(day(2026, 12, 14))),
                act("Contattare aziende del settore", "2 al mese", None),
            ],
            proof: text("diario delle azioni con copia delle risposte, da portare a ogni incontro"),
            appointments: vec![
                AppointmentPaper {
                    on: day(2026, 12, 1),
                    at: hour(10, 30),
                    minutes: 45,
                    service: text("Orientamento specialistico"),
                    operator: text("Paolo Verdi"),
                    place: PlacePaper::InPerson(text("via d'Esempio 10, stanza 4")),
                },
                AppointmentPaper {
                    on: day(2026, 12, 22),
                    at: hour(9, 0),
                    minutes: 30,
                    service: text("Colloquio di verifica"),
                    operator: text("Giulia Neri"),
                    place: PlacePaper::Remote(text("piattaforma video dell'ufficio")),
                },
            ],
            person_commitments: vec![
                text("avvisare entro 5 giorni di ogni nuovo lavoro o di cambio di indirizzo;"),
                text("presentarsi agli appuntamenti fissati."),
            ],
            office_commitments: vec![text("segnalare le offerte adatte al profilo entro due giorni.")],
            privacy: Some(PrivacyPaper { version: text("3.1"), on: day(2026, 2, 1) }),
            confirm_by: Some(day(2027, 5, 22)),
            signing: SigningPaper {
                place: text("Genova"),
                on: Some(day(2026, 11, 23)),
                printed_on: day(2026, 11, 23),
                means: SigningMeans::ByHand,
                person_at: None,
                operator_at: None,
                guardian_at: None,
                remote: None,
                copy_handed_on: None,
            },
            annexes: Vec::new(),
            figures: crate::domain::paper::FiguresPaper::default(),
        }
    }

    /// The same with every block there is: P, M, G, I, E, R, update, copy.
    #[must_use]
    pub(crate) fn full_sample() -> Self {
        let mut paper = Self::sample();
        paper.version = 2;
        paper.previous =
            Some(Previous { label: text("ESN03-2026-000101 versione 1"), signed_on: day(2026, 9, 1) });
        paper.provider = Some(ProviderPaper {
            name: text("Esempio Lavoro società cooperativa"),
            fiscal_code: text("00000000000"),
            address: text("piazza d'Esempio 2, 16100 Genova"),
            phone: text("010 0000009"),
        });
        paper.person.guardian = Some(text("Anna Così"));
        paper.person.pec = text("m.rossi@pec.esempio.invalid");
        paper.situation.did_code = None;
        paper.situation.benefit = BenefitPaper::Inclusion {
            name: text("Assegno di inclusione (AdI)"),
            activated_on: Some(day(2026, 10, 2)),
            own: false,
        };
        paper.profile.path = Some(text("Percorso 2, aggiornamento"));
        paper.annexes = vec![text("A. Risposte complete alla profilazione")];
        paper.signing.means = SigningMeans::Electronic;
        paper.signing.person_at = Some(when());
        paper.signing.operator_at = Some(day(2026, 11, 23).and_time(hour(11, 2)));
        paper.signing.guardian_at = Some(day(2026, 11, 23).and_time(hour(10, 47)));
        paper.signing.remote = Some(RemotePaper {
            channel: text("Firma a distanza con identità digitale"),
            sent_on: day(2026, 11, 23),
            sent_to: text("maria.rossi@esempio.invalid"),
            returned_on: Some(day(2026, 11, 24)),
        });
        paper.signing.copy_handed_on = Some(day(2026, 11, 24));
        paper
    }

    /// A draft with nothing in it but the two parties.
    #[must_use]
    pub(crate) fn empty_sample() -> Self {
        let mut paper = Self::sample();
        paper.draft = true;
        paper.number = None;
        paper.protocol = None;
        paper.person.identity = None;
        paper.person.contact_address = String::new();
        paper.situation = SituationPaper {
            did_on: None,
            did_code: None,
            benefit: BenefitPaper::None,
            status: String::new(),
            seniority_days: None,
            education: String::new(),
            last_job: None,
        };
        paper.profile = ProfilePaper { index: None, assessment: None, path: None, sectors: vec![] };
        paper.objective = String::new();
        paper.contact.frequency = String::new();
        paper.contact.convocation = String::new();
        paper.measures.clear();
        paper.search_acts.clear();
        paper.appointments.clear();
        paper.person_commitments.clear();
        paper.office_commitments.clear();
        paper.proof = String::new();
        paper.privacy = None;
        paper.confirm_by = None;
        paper.signing.on = None;
        paper
    }
}
