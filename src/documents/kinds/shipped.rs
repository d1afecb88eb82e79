//! The templates that ship: their texts, the fields the law wants on them,
//! and documents to try an office's own text on.

use std::sync::LazyLock;

use serde::de::DeserializeOwned;

use super::{Filled, Worded, agenda, convocation, did_receipt, placement, rights, worded, words};
use crate::documents::block::{Content, TextSize};
use crate::documents::face::Weight;
use crate::documents::flow::flow;
use crate::documents::script::faces::{self, Family};
use crate::documents::{brief, prints, psp, template};
use crate::domain::language::Language;
use crate::domain::paper::stationery::Stationery;
use crate::fault::{Fault, Result};
use crate::tables;
use crate::tables::written::{Problem, place};

/// Invented documents, in a file of their own beside the templates.
macro_rules! sample {
    ($name:literal) => {
        include_str!(concat!("../../../assets/templates/samples/", $name, ".json"))
    };
}

/// A template that ships with the program.
pub struct Shipped {
    /// Its name in files and on the command line: the word of its
    /// [`crate::domain::document::DocumentKind`] where it has one.
    pub name: &'static str,
    /// As people read it.
    pub label: &'static str,
    /// What it says.
    pub text: &'static str,
    /// In which language.
    pub lang: Language,
    /// Fields the law wants: an office's text may not leave them out.
    pub needed: &'static [&'static str],
    /// Invented documents that between them fill every field and every block.
    pub(in crate::documents) samples: Samples,
}

/// Every template of a document, in the order they are listed. [`all`] has
/// those of what goes with one too.
#[must_use]
pub fn templates() -> &'static [Shipped] {
    static ALL: LazyLock<Vec<Shipped>> =
        LazyLock::new(|| tables::templates::ALL.iter().filter_map(with_fields).collect());
    &ALL
}

type Samples = fn() -> Vec<Filled>;

/// A template with the fields its documents have.
fn with_fields(template: &tables::templates::Shipped) -> Option<Shipped> {
    let (needed, samples): (&[&str], Samples) = match template.name {
        "psp" => (psp::NEEDED, || filled(sample!("psp"), psp::fill)),
        "did_receipt" => (did_receipt::NEEDED, || filled(sample!("did_receipt"), did_receipt::fill)),
        "convocation" => (convocation::LETTER_NEEDED, || filled(sample!("convocation"), convocation::letter)),
        "memo" => (convocation::MEMO_NEEDED, || filled(sample!("memo"), convocation::memo)),
        "placement_receipt" => {
            (placement::RECEIPT_NEEDED, || filled(sample!("placement_receipt"), placement::fill))
        }
        "placement_obstacles" => {
            (placement::OBSTACLES_NEEDED, || filled(sample!("placement_obstacles"), placement::fill))
        }
        "placement_accepted" => {
            (placement::ACCEPTED_NEEDED, || filled(sample!("placement_accepted"), placement::fill))
        }
        "placement_refused" => {
            (placement::REFUSED_NEEDED, || filled(sample!("placement_refused"), placement::fill))
        }
        "access_report" => (rights::ACCESS_NEEDED, || filled(sample!("access_report"), rights::access)),
        "person_data" => (rights::DATA_NEEDED, || filled(sample!("person_data"), rights::data)),
        "agenda" => (agenda::NEEDED, || filled(sample!("agenda"), agenda::fill)),
        // What goes with a document: [`brief::ALL`].
        _ => return None,
    };
    let tables::templates::Shipped { name, label, text } = *template;
    Some(Shipped { name, label, text, lang: Language::It, needed, samples })
}

/// The fields of the papers of a file of samples.
pub(in crate::documents) fn samples<T: DeserializeOwned>(
    json: &str,
    fill: impl Fn(&T) -> Filled,
) -> Vec<Filled> {
    let papers: Vec<T> = serde_json::from_str(json)
        .expect("the samples ship with the program, and the tests read each of them");
    papers.iter().map(fill).collect()
}

fn filled<T: DeserializeOwned>(json: &str, fill: fn(&T, &Stationery) -> Filled) -> Vec<Filled> {
    samples(json, |paper| fill(paper, &Stationery::default()))
}

/// Every template: of the documents, then of what goes with one.
pub fn all() -> impl Iterator<Item = &'static Shipped> {
    templates().iter().chain(brief::ALL)
}

/// The template of a name.
#[must_use]
pub fn shipped(name: &str) -> Option<&'static Shipped> {
    all().find(|template| template.name == name)
}

/// Everything wrong with an office's own text for a template, in the order of
/// its lines; none when there is no template of that name.
#[must_use]
pub fn check(name: &str, text: &str) -> Option<Vec<Problem>> {
    Some(shipped(name)?.check(text))
}

impl Shipped {
    /// The invented documents it is tried on: what to look at before a text is
    /// changed, and after.
    ///
    /// # Errors
    /// A defect of the program: the tests read each of them.
    pub fn examples(&self) -> Result<Vec<Worded>> {
        (self.samples)().into_iter().map(|sample| worded(self.name, sample, &Stationery::default())).collect()
    }

    fn check(&self, text: &str) -> Vec<Problem> {
        let samples = (self.samples)();
        let fields: Vec<_> = samples.iter().map(|sample| sample.fields.clone()).collect();
        let mut problems = template::check(text, &fields, self.needed);
        if problems.is_empty() {
            problems = samples.iter().filter_map(|sample| self.tried(text, sample).err()).flatten().collect();
            problems.sort_by_key(|problem| problem.place);
            problems.dedup();
        }
        problems
    }

    /// The words of a document by the template that ships.
    ///
    /// # Errors
    /// A defect of the program: tests fill every field of every template.
    pub(super) fn content(&self, filled: &Filled) -> Result<Content> {
        let written = template::write_in(self.lang, self.text, &filled.fields);
        let written = written.map_err(|problems| Fault::internal(format!("{}: {problems:?}", self.name)))?;
        Ok(self.marked(written.content(), filled))
    }

    /// The words of a document by an office's own text.
    ///
    /// # Errors
    /// Why the text cannot be used for it.
    pub(super) fn own(&self, text: &str, filled: &Filled) -> Result<Content> {
        let lacking = template::lacks(text, self.needed);
        let lacking = lacking.map(|name| vec![one(text, text.len(), format!("manca il campo «{name}»."))]);
        let tried = lacking.map_or_else(|| self.tried(text, filled), Err);
        tried.map_err(|problems| template::fault(self.name, &problems))
    }

    fn tried(&self, text: &str, filled: &Filled) -> std::result::Result<Content, Vec<Problem>> {
        let written = template::write_in(self.lang, text, &filled.fields)?;
        let content = self.marked(written.content(), filled);
        for (head, said) in [("@titolo", &content.title), ("@piede", &content.foot)] {
            let at = text.find(head).unwrap_or(text.len());
            if said.is_empty() {
                return Err(vec![one(text, at, format!("manca «{head}», o non dice nulla."))]);
            }
            if filled.private.iter().any(|word| !word.is_empty() && said.contains(word)) {
                let said = format!("«{head}» non può dire di chi è il documento: si legge senza aprirlo.");
                return Err(vec![one(text, at, said)]);
            }
        }
        // A face that this computer lacks is no fault of the template.
        if self.lang == Language::Zh && faces::of(Family::Chinese, Weight::Regular).is_err() {
            return Ok(content);
        }
        flow(&content, TextSize::Normal).map_err(|fault| {
            let at = text.find(|c: char| !c.is_whitespace() && !prints(c)).unwrap_or(0);
            vec![one(text, at, fault.message)]
        })?;
        Ok(content)
    }

    /// A draft is one whatever its template says.
    fn marked(&self, mut content: Content, filled: &Filled) -> Content {
        content.mark = filled.draft.then(|| words::DRAFT_MARK.to_owned());
        content.lang = self.lang;
        content
    }
}

fn one(text: &str, at: usize, said: String) -> Problem {
    Problem { place: place(text, at), text: said }
}
