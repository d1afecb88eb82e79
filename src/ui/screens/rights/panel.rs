//! The forms of PE07: a restriction begins, or is lifted.

use chrono::NaiveDate;

use crate::desk::Command;
use crate::desk::command::{RestrictionBegin, RestrictionLift};
use crate::domain::ids::{RegistrantId, RestrictionId};
use crate::ui::form::{Form, Source, Spec, choice, date, text};
use crate::ui::screens::{common, panel};
use crate::ui::strings::rights::{self as words, help, label};

/// In a draft: what the form is about. No field has this name.
pub const WHICH: &str = "~rights";

/// What a form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A new restriction.
    Begin,
    /// The end of one.
    Lift(RestrictionId),
}

impl About {
    /// By name, for its draft.
    fn name(self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::Lift(_) => "lift",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Begin => words::BEGIN,
            Self::Lift(_) => words::LIFT,
        }
    }

    /// Rows of the form on the screen.
    pub fn rows(self) -> u16 {
        match self {
            Self::Begin => 3,
            Self::Lift(_) => 2,
        }
    }
}

/// A form, and what it is about.
pub struct Panel {
    pub about: About,
    pub form: Form,
}

impl panel::Panel for Panel {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn marks(&self) -> Vec<(&'static str, String)> {
        vec![(WHICH, self.about.name().to_owned())]
    }
}

impl Panel {
    pub fn new(about: About, today: NaiveDate) -> Self {
        let spec = match about {
            About::Begin => Spec::new()
                .row([choice("ground", label::GROUND, Source::Fixed(words::GROUNDS))
                    .need()
                    .width(50)
                    .help(help::GROUND)])
                .row([
                    choice("asked_by", label::ASKED_BY, Source::Fixed(words::ASKERS))
                        .need()
                        .width(26)
                        .help(help::ASKED_BY),
                    date("asked_on", label::ASKED_ON).past().help(help::ASKED_ON).rules(&["R-PRV-22"]),
                ])
                .row([text("note", label::NOTE).limit(400).grow().help(help::NOTE)]),
            About::Lift(_) => Spec::new()
                .row([date("told_on", label::TOLD_ON)
                    .past()
                    .help(help::TOLD_ON)
                    .rules(&["R-PRV-25", "R-PRV-22"])])
                .row([text("why", label::WHY).limit(400).grow().help(help::WHY).rules(&["R-PRV-27"])]),
        };
        let mut form = Form::new(spec, today);
        if about == About::Begin {
            form.put("asked_by", "person");
            form.put("asked_on", &common::day(Some(today)));
        }
        form.accept();
        Self { about, form }
    }

    /// What it says, as a command.
    pub fn command(&self, registrant: RegistrantId) -> Command {
        let values = self.form.values();
        match self.about {
            About::Begin => Command::RestrictionBegin(RestrictionBegin {
                id: RestrictionId::default(),
                registrant,
                ground: values.chosen_as("ground").unwrap_or_default(),
                asked_by: values.chosen_as("asked_by").unwrap_or_default(),
                asked_on: values.date("asked_on"),
                note: values.text_or_empty("note"),
            }),
            About::Lift(restriction) => Command::RestrictionLift(RestrictionLift {
                restriction,
                told_on: values.date("told_on"),
                why: values.text_or_empty("why"),
            }),
        }
    }
}
