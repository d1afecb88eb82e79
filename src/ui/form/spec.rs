//! What a form is made of, declared: pages, rows, fields.

use std::fmt;
use std::rc::Rc;

use super::values::Values;

/// The name of a field: its path in the command's JSON (`"date"`,
/// `"profiling.household_size"`), so that findings find their field.
pub type Name = &'static str;

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Item {
    /// What goes into the command.
    pub value: String,
    /// What the operator may type and what stands in the field; empty when
    /// the label does both.
    pub code: String,
    /// Words for people.
    pub label: String,
    /// Listed to be seen, pale: choosing it says why not.
    pub pale: bool,
}

impl Item {
    /// A value known by its label alone.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// A value that is also a code people type (`D969`, `A03`).
    pub fn coded(code: impl Into<String>, label: impl Into<String>) -> Self {
        let code = code.into();
        Self { value: code.clone(), code, label: label.into(), pale: false }
    }

    /// What stands in the field.
    #[must_use]
    pub fn shown(&self) -> &str {
        if self.code.is_empty() { &self.label } else { &self.code }
    }
}

/// Where the items of a choice or lookup come from.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    /// Value and label, few and fixed.
    Fixed(&'static [(&'static str, &'static str)]),
    /// Worked out from what the form holds now (the codes of the LEP chosen).
    Of(fn(&Values) -> Vec<Item>),
    /// Handed to the form by the screen: [`super::Form::give`].
    Given,
}

/// What kind of thing is typed.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// One line; `upper` shows and gives capitals.
    Text {
        /// Capitals are forced (codes, not names: names are stored as typed).
        upper: bool,
        /// The characters are not shown.
        secret: bool,
        /// Letters and digits only, fixed length: moves on when full.
        fixed: bool,
    },
    /// Several lines.
    Area {
        /// Rows on the screen.
        rows: u16,
    },
    /// A day, read tolerantly.
    Date {
        /// Two-digit years never in the future.
        birth: bool,
    },
    /// A time of day.
    Time,
    /// A whole number, not negative.
    Number,
    /// Euro and cents.
    Money,
    /// Yes or no.
    Tick,
    /// One of a few; `inline` shows them all in the row.
    Choice {
        /// Where they come from.
        source: Source,
        /// All shown in the row: `( ) nessuna  (x) base`.
        inline: bool,
    },
    /// Some of a few, by their digits. Its text is their values with blanks
    /// between.
    Several {
        /// Where they come from.
        source: Source,
    },
    /// One of many: typed code or words, F4 for the list.
    Lookup {
        /// Where they come from.
        source: Source,
        /// A text that is in no list is kept as it is.
        free: bool,
    },
}

/// Days a field of a day can have: the others are grey in its calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Days {
    /// All.
    #[default]
    Any,
    /// Up to today.
    Past,
}

/// When a field is shown.
#[derive(Clone)]
pub struct Show(pub Rc<dyn Fn(&Values) -> bool>);

impl fmt::Debug for Show {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Show")
    }
}

/// One field of a form.
#[derive(Clone, Debug)]
pub struct FieldSpec {
    /// Its name, the path in the command.
    pub name: Name,
    /// Its label on screen.
    pub label: &'static str,
    /// What is typed.
    pub kind: Kind,
    /// Cells of the typing room.
    pub width: u16,
    /// Most characters (graphemes) it takes.
    pub limit: usize,
    /// Must be filled.
    pub need: bool,
    /// Shown only when this holds.
    pub show: Option<Show>,
    /// Short words after the field, when nothing else stands there.
    pub hint: &'static str,
    /// Help of the field.
    pub help: &'static str,
    /// The rules that speak of it, for the help.
    pub rules: &'static [&'static str],
    /// Takes what is left of the row.
    pub grow: bool,
    /// The days it can have.
    pub days: Days,
    /// Special data (R-PRV-1): what is stored is hidden until somebody says
    /// why it is shown.
    pub special: bool,
    /// A digit answers and moves on.
    pub digits: bool,
}

/// One text line of the form: a label of its own or not, and its fields.
#[derive(Clone, Debug)]
pub enum Line {
    /// Fields side by side; `label` stands in the label column instead of the
    /// first field's own.
    Row {
        /// The label of the row, empty for none.
        label: &'static str,
        /// Places in [`Spec::fields`].
        fields: Vec<usize>,
    },
    /// A heading.
    Head(&'static str),
    /// An empty row, dropped when there is no room.
    Gap,
}

/// One page: what F7 and F8 step through.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its title, in the row of tabs.
    pub title: &'static str,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A whole form.
#[derive(Clone, Debug, Default)]
pub struct Spec {
    /// Pages in order.
    pub pages: Vec<Page>,
    /// Fields in tab order.
    pub fields: Vec<FieldSpec>,
}

impl Spec {
    /// An empty form.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a page.
    #[must_use]
    pub fn page(mut self, title: &'static str) -> Self {
        self.pages.push(Page { title, lines: Vec::new() });
        self
    }

    /// Adds fields side by side.
    #[must_use]
    pub fn row<const N: usize>(self, fields: [FieldSpec; N]) -> Self {
        self.labelled("", fields)
    }

    /// Adds fields side by side under one label.
    #[must_use]
    pub fn labelled<const N: usize>(mut self, label: &'static str, fields: [FieldSpec; N]) -> Self {
        let start = self.fields.len();
        self.fields.extend(fields);
        let fields = (start..self.fields.len()).collect();
        self.line(Line::Row { label, fields })
    }

    /// Adds a heading.
    #[must_use]
    pub fn head(self, title: &'static str) -> Self {
        self.line(Line::Head(title))
    }

    /// Adds an empty row, dropped when there is no room.
    #[must_use]
    pub fn gap(self) -> Self {
        self.line(Line::Gap)
    }

    fn line(mut self, line: Line) -> Self {
        if self.pages.is_empty() {
            self.pages.push(Page { title: "", lines: Vec::new() });
        }
        if let Some(page) = self.pages.last_mut() {
            page.lines.push(line);
        }
        self
    }

    /// The page a field stands on.
    #[must_use]
    pub fn page_of(&self, field: usize) -> usize {
        let on = |page: &Page| {
            page.lines.iter().any(|line| matches!(line, Line::Row { fields, .. } if fields.contains(&field)))
        };
        self.pages.iter().position(on).unwrap_or(0)
    }
}

impl FieldSpec {
    /// Must be filled.
    #[must_use]
    pub fn need(mut self) -> Self {
        self.need = true;
        self
    }

    /// Cells of the typing room.
    #[must_use]
    pub fn width(mut self, cells: u16) -> Self {
        self.width = cells;
        self
    }

    /// Most characters it takes.
    #[must_use]
    pub fn limit(mut self, graphemes: usize) -> Self {
        self.limit = graphemes;
        self
    }

    /// Only days up to today.
    #[must_use]
    pub fn past(mut self) -> Self {
        self.days = Days::Past;
        self
    }

    /// Takes what is left of the row.
    #[must_use]
    pub fn grow(mut self) -> Self {
        self.grow = true;
        self
    }

    /// Shown only when `condition` holds. It never moves the focus; a hidden
    /// value is kept until saving but not given to the command.
    #[must_use]
    pub fn show(mut self, condition: impl Fn(&Values) -> bool + 'static) -> Self {
        self.show = Some(Show(Rc::new(condition)));
        self
    }

    /// Short words after the field.
    #[must_use]
    pub fn hint(mut self, words: &'static str) -> Self {
        self.hint = words;
        self
    }

    /// Help of the field.
    #[must_use]
    pub fn help(mut self, words: &'static str) -> Self {
        self.help = words;
        self
    }

    /// A digit answers and moves on.
    #[must_use]
    pub fn digits(mut self) -> Self {
        self.digits = true;
        self
    }

    /// Holds special data.
    #[must_use]
    pub fn special(mut self) -> Self {
        self.special = true;
        self
    }

    /// The rules that speak of it.
    #[must_use]
    pub fn rules(mut self, rules: &'static [&'static str]) -> Self {
        self.rules = rules;
        self
    }

    /// A lookup that also takes a text that is in no list.
    #[must_use]
    pub fn free(mut self) -> Self {
        if let Kind::Lookup { source, .. } = self.kind {
            self.kind = Kind::Lookup { source, free: true };
        }
        self
    }

    /// A password: never in a draft.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        matches!(self.kind, Kind::Text { secret: true, .. })
    }
}
