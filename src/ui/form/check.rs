//! What stops a form from being saved, and where.

use super::field::Field;
use super::{Form, Name, words};
use crate::domain::finding::{Finding, Level};

/// Why a form cannot be saved as it is: the first field that stops it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// The field, which now has the focus; `None` for a finding about the
    /// whole form.
    pub field: Option<Name>,
    /// What is wrong, in Italian.
    pub text: String,
    /// The rule, if a rule says so.
    pub rule: Option<String>,
}

impl Form {
    /// How many findings and unread fields stop the saving, and how many warn.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let unread = self.fields.iter().filter(|field| field.problem.is_some()).count();
        // What a rule says of a text that does not read is the same obstacle.
        let reads = |finding: &&Finding| {
            self.field_of(finding).is_none_or(|place| self.fields[place].problem.is_none())
        };
        let blocks = self.findings.iter().filter(|finding| finding.level == Level::Block).filter(reads);
        let warns = self.findings.iter().filter(|finding| finding.level == Level::Warn);
        (unread + blocks.count(), warns.count())
    }

    /// Does the form still say this: a field that does not read, that is
    /// missing, a finding, or what came of the last keys in this field? What was said of a field since mended is not
    /// said any more.
    #[must_use]
    pub fn stands(&self, text: &str) -> bool {
        self.findings.iter().any(|finding| finding.text == text)
            || (self.popup.is_some() && text == words::WHICH)
            || self.told.as_ref().is_some_and(|(place, told)| *place == self.focus && told == text)
            || self.fields.iter().any(|field| {
                let label = field.spec.label;
                field.problem.is_some_and(|why| words::unreadable(label, words::unread(why)) == text)
                    || (field.raw().trim().is_empty() && words::missing(label) == text)
            })
    }

    /// The field a finding speaks of: the same name, or the nearest part of
    /// the path (`residence.street` finds `residence`).
    pub(super) fn field_of(&self, finding: &Finding) -> Option<usize> {
        self.field_named(finding.field.as_deref()?)
    }

    /// As [`Form::field_of`], of a path.
    pub(super) fn field_named(&self, mut path: &str) -> Option<usize> {
        loop {
            if let Some(place) = self.find(path) {
                return Some(place);
            }
            let inside =
                |field: &Field| field.spec.name.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
            if let Some(place) = self.fields.iter().position(inside) {
                return Some(place);
            }
            path = path.rsplit_once('.')?.0;
        }
    }

    /// The worst finding about a field.
    pub(super) fn finding_at(&self, place: usize) -> Option<&Finding> {
        self.findings.iter().filter(|finding| self.field_of(finding) == Some(place)).min_by_key(|f| f.level)
    }

    /// Looks for fields whose text does not read, and for nothing else: what
    /// stops even a record that may stay incomplete. The focus goes there.
    ///
    /// # Errors
    /// The first such field, in the order of the screen.
    pub fn readable(&mut self) -> Result<(), Obstacle> {
        let seen = self.seen();
        for place in (0..self.fields.len()).filter(|place| seen[*place]) {
            self.settle(place);
            let field = &self.fields[place];
            if let Some(why) = field.problem {
                let text = words::unreadable(field.spec.label, words::unread(why));
                let obstacle = Obstacle { field: Some(field.spec.name), text, rule: None };
                self.focus_at(place);
                return Err(obstacle);
            }
        }
        Ok(())
    }

    /// Looks for what stops the saving: unread or missing fields, then
    /// findings of level Block. The focus goes to the first.
    ///
    /// # Errors
    /// The first obstacle, in the order of the screen.
    pub fn check(&mut self) -> Result<(), Obstacle> {
        if let Some(place) = self.focused() {
            self.settle(place);
        }
        let seen = self.seen();
        for (place, seen) in seen.into_iter().enumerate() {
            if seen && let Some(obstacle) = self.obstacle_at(place) {
                self.focus_at(place);
                return Err(obstacle);
            }
        }
        match self.findings.iter().find(|finding| finding.level == Level::Block) {
            Some(finding) => Err(Obstacle {
                field: None,
                text: finding.text.clone(),
                rule: Some(finding.rule.to_string()),
            }),
            None => Ok(()),
        }
    }

    fn obstacle_at(&mut self, place: usize) -> Option<Obstacle> {
        self.settle(place);
        let field = &self.fields[place];
        let spec = &field.spec;
        let at = |text: String| Obstacle { field: Some(spec.name), text, rule: None };
        if let Some(why) = field.problem {
            return Some(at(words::unreadable(spec.label, words::unread(why))));
        }
        if spec.need && field.raw().trim().is_empty() {
            return Some(at(words::missing(spec.label)));
        }
        let finding = self.finding_at(place).filter(|finding| finding.level == Level::Block)?;
        Some(Obstacle { rule: Some(finding.rule.to_string()), ..at(finding.text.clone()) })
    }

    /// Moves the focus to the first field the findings block, and gives that
    /// finding: what F2 does after a refusal.
    pub fn go_to_blocked(&mut self) -> Option<Finding> {
        let blocked = (0..self.fields.len()).find_map(|place| {
            self.finding_at(place).filter(|f| f.level == Level::Block).map(|f| (place, f.clone()))
        });
        if let Some((place, finding)) = blocked {
            self.focus_at(place);
            return Some(finding);
        }
        self.findings.iter().find(|finding| finding.stops()).cloned()
    }
}
