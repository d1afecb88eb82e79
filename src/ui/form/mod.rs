//! The form engine: a declared form, filled, moved through, checked, drawn.
//!
//! The focus is state: it never depends on what was drawn, so keys typed
//! ahead of the screen reach the right field.

mod accepted;
mod check;
mod clean;
mod digits;
mod draw;
pub mod field;
mod fields;
pub mod layout;
mod linear;
mod lists;
mod moves;
mod offers;
pub mod pick;
mod popup;
pub mod read;
pub mod spec;
pub mod values;
mod veil;
pub mod writing;

#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::NaiveDate;

pub use super::look::width;
pub use check::Obstacle;
pub use draw::Status;
use field::Field;
pub use fields::{
    area, birth, choice, code, date, lookup, money, number, radio, secret, several, text, tick, time,
};
use popup::Popup;
use spec::{FieldSpec, Kind};
pub use spec::{Item, Name, Source, Spec};
pub use values::Values;

use super::effect::Notice;
use super::strings::form as words;
use crate::domain::event::AcceptedWarning;
use crate::domain::finding::Finding;

/// What came of an act or of typed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormOutcome {
    /// Not for the form: the screen or the shell may use it.
    Pass,
    /// Used; nothing changed but the cursor, the focus or a popup.
    Used,
    /// The value of this field changed.
    Changed(Name),
    /// The focus left this field, whose value may have been completed.
    Left(Name),
    /// Enter on the last field: what F2 does.
    Submit,
    /// Used; something to say to the operator.
    Said(String),
}

/// A form being filled.
pub struct Form {
    spec: Spec,
    fields: Vec<Field>,
    focus: usize,
    /// The field that had a key since the focus came to it.
    touched: Option<usize>,
    today: NaiveDate,
    given: BTreeMap<Name, Rc<[Item]>>,
    findings: Vec<Finding>,
    accepted: Vec<AcceptedWarning>,
    remarks: BTreeMap<Name, String>,
    off: BTreeSet<Name>,
    previous: Rc<BTreeMap<String, String>>,
    baseline: BTreeMap<String, String>,
    popup: Option<Popup>,
    special_shown: bool,
    /// The list was opened on the way to the next field.
    goes_on: bool,
    /// What the operator should be told, until the shell takes it.
    notice: Option<Notice>,
    /// What was told of the keys pressed in a field.
    told: Option<(usize, String)>,
    /// What stands after the title of a page: how far it is.
    marks: BTreeMap<usize, String>,
    /// Fields of fixed length move on when full.
    pub moves_on: bool,
    /// Up and down go through the fields one by one: they are told one a line.
    pub one_a_line: bool,
    /// Room of the last drawing: belongs to the view, decides no key.
    drawn: Cell<(u16, u16)>,
}

impl Form {
    /// An empty form.
    #[must_use]
    pub fn new(spec: Spec, today: NaiveDate) -> Self {
        let fields = spec.fields.iter().cloned().map(Field::new).collect();
        let mut form = Self {
            spec,
            fields,
            focus: 0,
            touched: None,
            today,
            given: BTreeMap::new(),
            findings: Vec::new(),
            accepted: Vec::new(),
            remarks: BTreeMap::new(),
            off: BTreeSet::new(),
            previous: Rc::default(),
            baseline: BTreeMap::new(),
            popup: None,
            special_shown: false,
            goes_on: false,
            notice: None,
            told: None,
            marks: BTreeMap::new(),
            moves_on: true,
            one_a_line: false,
            drawn: Cell::new((0, 0)),
        };
        form.rest_focus();
        form.accept();
        form
    }

    /// Has it such a field?
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.spec.name == name)
    }

    /// Hands over the items of a field whose source is [`Source::Given`].
    pub fn give(&mut self, name: Name, items: Vec<Item>) {
        self.given.insert(name, items.into());
        if let Some(place) = self.find(name) {
            let raw = self.fields[place].raw();
            self.fill(place, &raw, Field::put);
        }
    }

    /// Fills one field from outside: a value read, proposed or computed.
    pub fn put(&mut self, name: &str, raw: &str) {
        if let Some(place) = self.find(name) {
            self.fill(place, raw, Field::put);
            self.rest_focus();
        }
    }

    /// Fills the fields named, leaves the others; unknown names are ignored.
    pub fn load(&mut self, values: &BTreeMap<String, String>) {
        for place in 0..self.fields.len() {
            if let Some(raw) = values.get(self.fields[place].spec.name) {
                self.fill(place, raw, Field::fill);
            }
        }
        self.rest_focus();
    }

    /// Fills the form with a stored record, which becomes what is saved. What
    /// the operator typed ahead of the answer is left as it is.
    pub fn read(&mut self, record: &BTreeMap<String, String>) {
        let untouched = self.untouched();
        for (place, untouched) in untouched.into_iter().enumerate() {
            let name = self.fields[place].spec.name;
            let Some(raw) = record.get(name) else { continue };
            let typed = self.fields[place].raw();
            self.fill(place, raw, Field::fill);
            self.baseline.insert(name.to_owned(), self.fields[place].raw());
            if !untouched {
                self.fill(place, &typed, Field::fill);
            }
        }
        self.rest_focus();
    }

    /// Puts a draft back, but for what the operator typed ahead of it.
    pub fn restore(&mut self, draft: &BTreeMap<String, String>) {
        let untouched = self.untouched();
        for (place, untouched) in untouched.into_iter().enumerate() {
            if let (true, Some(raw)) = (untouched, draft.get(self.fields[place].spec.name)) {
                self.fill(place, raw, Field::fill);
            }
        }
        self.rest_focus();
    }

    /// Which fields still hold what was stored.
    fn untouched(&self) -> Vec<bool> {
        let stored = |name: &str| self.baseline.get(name).map_or("", String::as_str);
        self.fields.iter().map(|field| field.raw() == stored(field.spec.name)).collect()
    }

    /// Empties the whole form.
    pub fn reset(&mut self) {
        for field in &mut self.fields {
            field.fill("");
        }
        self.findings.clear();
        self.accepted.clear();
        self.popup = None;
        self.focus = 0;
        self.rest_focus();
        self.accept();
    }

    fn fill(&mut self, place: usize, raw: &str, how: impl FnOnce(&mut Field, &str)) {
        how(&mut self.fields[place], raw);
        if raw.is_empty() {
            return;
        }
        match self.fields[place].spec.kind {
            Kind::Choice { .. } | Kind::Lookup { .. } => {
                let items = self.items(place);
                if let Some(item) = items.iter().find(|item| item.value == raw) {
                    self.fields[place].settle(item.clone());
                }
            }
            _ => self.settle(place),
        }
    }

    /// Everything as text, by name: the draft. Hidden values too.
    #[must_use]
    pub fn draft(&self) -> BTreeMap<String, String> {
        self.fields
            .iter()
            .filter(|field| !field.spec.is_secret())
            .map(|field| (field.spec.name.to_owned(), field.raw()))
            .collect()
    }

    /// What another record may copy with Ctrl+D: all but special data, which
    /// are of one person alone.
    #[must_use]
    pub fn to_copy(&self) -> BTreeMap<String, String> {
        let special = |name: &String| self.find(name).is_some_and(|place| self.fields[place].spec.special);
        self.draft().into_iter().filter(|(name, _)| !special(name)).collect()
    }

    /// What the form says now. Hidden fields count as empty.
    #[must_use]
    pub fn values(&self) -> Values {
        self.as_seen().1
    }

    /// Which fields are shown.
    fn seen(&self) -> Vec<bool> {
        self.as_seen().0
    }

    /// Which fields are shown, and what these say. A condition sees only shown
    /// fields before it, so one way through the form settles both.
    fn as_seen(&self) -> (Vec<bool>, Values) {
        let birth = |field: &&Field| matches!(field.spec.kind, Kind::Date { birth: true });
        let births = self.fields.iter().filter(birth).map(|field| field.spec.name.to_owned()).collect();
        let raw = self.fields.iter().map(|field| (field.spec.name.to_owned(), field.raw())).collect();
        let mut values = Values::new(raw, births, self.today);
        let shown = |field: &Field| {
            let shown = field.spec.show.as_ref().is_none_or(|condition| (condition.0)(&values));
            if !shown {
                values.hide(field.spec.name);
            }
            shown
        };
        (self.fields.iter().map(shown).collect(), values)
    }

    /// The items of a choice or lookup now.
    fn items(&self, place: usize) -> Rc<[Item]> {
        let field = &self.fields[place];
        let (Kind::Choice { source, .. } | Kind::Lookup { source, .. } | Kind::Several { source }) =
            field.spec.kind
        else {
            return Rc::from([]);
        };
        match source {
            Source::Fixed(items) => items.iter().map(|(value, label)| Item::new(*value, *label)).collect(),
            Source::Of(work_out) => work_out(&self.values()).into(),
            Source::Given => self.given.get(field.spec.name).cloned().unwrap_or_else(|| Rc::from([])),
        }
    }

    /// The name of the field that takes the keys.
    #[must_use]
    pub fn focus(&self) -> Option<Name> {
        self.focused().map(|place| self.fields[place].spec.name)
    }

    /// The declaration of the field that takes the keys, for the help.
    #[must_use]
    pub fn focused_spec(&self) -> Option<&FieldSpec> {
        self.focused().map(|place| &self.fields[place].spec)
    }

    /// The page (from 0) of the field that takes the keys.
    #[must_use]
    pub fn page(&self) -> usize {
        self.spec.page_of(self.focus)
    }

    /// Did anything change since the form was read or saved?
    #[must_use]
    pub fn changed(&self) -> bool {
        self.draft() != self.baseline
    }

    /// What is in the form now is what is stored: nothing is unsaved.
    pub fn accept(&mut self) {
        self.baseline = self.draft();
    }

    /// The record Ctrl+D copies fields from.
    pub fn previous(&mut self, values: Rc<BTreeMap<String, String>>) {
        self.previous = values;
    }

    /// The declarations of all fields, for help and tests.
    pub fn specs(&self) -> impl Iterator<Item = &FieldSpec> {
        self.fields.iter().map(|field| &field.spec)
    }

    /// The fields that can have the keys now, in the order of Tab.
    #[must_use]
    pub fn visible(&self) -> Vec<Name> {
        self.order().into_iter().map(|place| self.fields[place].spec.name).collect()
    }

    /// What Ctrl+C copies: the field as it is seen; never a password.
    #[must_use]
    pub fn copied(&self) -> Option<String> {
        let field = &self.fields[self.focused()?];
        if field.spec.is_secret() {
            return None;
        }
        let seen = match (&field.item, field.spec.kind) {
            (Some(item), Kind::Choice { .. }) => item.label.clone(),
            (_, Kind::Several { .. }) => self.chosen_labels(self.focused()?),
            _ => field.line.text().to_owned(),
        };
        (!seen.is_empty()).then_some(seen)
    }

    /// What the operator should be told of the last key, once.
    pub fn take_notice(&mut self) -> Option<Notice> {
        self.notice.take()
    }

    /// Switches a field off (shown, not typed) or on.
    pub fn enable(&mut self, name: Name, on: bool) {
        if on {
            self.off.remove(name);
        } else {
            self.off.insert(name);
        }
        self.rest_focus();
    }

    /// Words beside a field: `40 anni`, `come nel CF`. Empty for none.
    pub fn remark(&mut self, name: Name, text: impl Into<String>) {
        let text = text.into();
        if text.is_empty() {
            self.remarks.remove(name);
        } else {
            self.remarks.insert(name, text);
        }
    }

    /// Words after the title of a page (from 0): how far it is. Empty for
    /// none.
    pub fn mark_page(&mut self, page: usize, text: String) {
        self.marks.insert(page, text);
    }

    /// The findings now on the form.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}
