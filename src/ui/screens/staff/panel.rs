//! The short forms of OP01.

use chrono::NaiveDate;

use crate::desk::command::{Command, OperatorAdd, OperatorEdit};
use crate::desk::staff::RecoveryCode;
use crate::domain::edit::between;
use crate::domain::office::{Operator, Role};
use crate::ui::deed::Deed;
use crate::ui::effect::Secret;
use crate::ui::form::{Form, Source, Spec, choice, secret, text};
use crate::ui::strings::staff::{self as words, help, label};

/// First password, or a new one.
pub const FIRST: &str = "first";
/// The same again.
pub const AGAIN: &str = "again";
/// One's own password.
pub const OWN: &str = "own";
/// The third group of the sheet.
pub const GROUP: &str = "group";
/// In a draft: what the form is about.
const WHICH: &str = "~about";

/// What a form is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Somebody new.
    Add,
    /// What is known of somebody.
    Edit(Box<Operator>),
    /// Somebody comes back.
    Enable(Box<Operator>),
    /// Somebody gets a password.
    Give(Box<Operator>),
    /// One's own password.
    Own,
    /// The sheet with this key is printed.
    Recovery(RecoveryCode),
}

/// A form with what it is about.
pub struct Panel {
    /// What it is about.
    pub about: About,
    /// What is typed.
    pub form: Form,
    rows: u16,
}

impl Panel {
    /// A form; `passwords`: does the office ask for any?
    pub fn new(about: About, passwords: bool, today: NaiveDate) -> Self {
        let first = |label| secret(FIRST, label).need().width(24);
        let again = || secret(AGAIN, label::AGAIN).need().width(24).help(help::AGAIN);
        let own = || secret(OWN, label::OWN).need().width(24).help(help::OWN);
        let spec = Spec::new();
        let (spec, rows) = match &about {
            About::Add => {
                let username = text("operator.username", label::USERNAME).need().width(24).limit(32);
                let spec = known(spec.row([username.help(help::USERNAME).rules(&["R-UFF-3", "R-UFF-4"])]));
                if passwords {
                    (given(spec, first(label::FIRST).help(help::FIRST), again(), own()), 8)
                } else {
                    (spec, 6)
                }
            }
            About::Edit(_) => (known(spec), 5),
            About::Enable(_) | About::Give(_) => {
                (given(spec, first(label::FIRST).help(help::FIRST), again(), own()), 2)
            }
            About::Own => {
                let spec = spec.row([own()]);
                (spec.row([first(label::NEW).help(help::NEW), again()]), 2)
            }
            About::Recovery(_) => {
                let group = text(GROUP, label::GROUP).need().width(10).limit(12).help(help::GROUP);
                (if passwords { spec.row([group, own()]) } else { spec.row([group]) }, 1)
            }
        };
        let mut form = Form::new(spec, today);
        match &about {
            About::Add => form.put("operator.role", Role::default().word()),
            About::Edit(who) => {
                for (name, value) in [
                    ("operator.surname", who.surname.as_str()),
                    ("operator.name", &who.name),
                    ("operator.role", who.role.word()),
                    ("operator.siul_user", &who.siul_user),
                    ("operator.room", &who.room),
                    ("operator.phone", &who.phone),
                    ("operator.email", &who.email),
                ] {
                    form.put(name, value);
                }
            }
            _ => {}
        }
        form.accept();
        Self { about, form, rows }
    }

    /// Rows its fields take.
    pub fn rows(&self) -> u16 {
        self.rows
    }

    /// Its heading.
    pub fn heading(&self) -> String {
        match &self.about {
            About::Add => words::NEW.to_owned(),
            About::Edit(who) => format!("{} ({})", who.full_name(), who.username),
            About::Enable(who) => format!("{}: {}", words::ENABLE, who.full_name()),
            About::Give(who) => format!("{}: {}", words::GIVE, who.full_name()),
            About::Own => words::OWN.to_owned(),
            About::Recovery(_) => words::RECOVERY.to_owned(),
        }
    }

    /// What is written down, where it is a command.
    pub fn command(&self) -> Option<Command> {
        match &self.about {
            About::Add => {
                Some(Command::OperatorAdd(OperatorAdd { operator: self.typed(&Operator::default()) }))
            }
            About::Edit(who) => {
                let edits = between(&**who, &self.typed(who));
                Some(Command::OperatorEdit(OperatorEdit { operator: who.id, edits }))
            }
            _ => None,
        }
    }

    /// What is done with passwords, where it is a deed.
    pub fn deed(&self) -> Option<Deed> {
        let first = self.secret(FIRST);
        let own = self.secret(OWN);
        Some(match &self.about {
            About::Add => Deed::Add { operator: Box::new(self.typed(&Operator::default())), first, own },
            About::Enable(who) => Deed::Enable { operator: who.id, first, own },
            About::Give(who) => Deed::Give { username: who.username.clone(), first, own },
            About::Own => Deed::Change { own, new: first },
            About::Recovery(code) => Deed::Recovery { code: code.clone(), own },
            About::Edit(_) => return None,
        })
    }

    /// Whose password is typed, if one is.
    pub fn whose(&self, me: &str) -> String {
        match &self.about {
            About::Add => self.form.values().text_or_empty("operator.username"),
            About::Enable(who) | About::Give(who) => who.username.clone(),
            _ => me.to_owned(),
        }
    }

    /// Is a new password asked?
    pub fn asks_password(&self) -> bool {
        self.form.has(FIRST)
    }

    fn secret(&self, name: &'static str) -> Secret {
        if !self.form.has(name) {
            return Secret::new("");
        }
        let typed = self.form.values();
        Secret::new(typed.raw(name))
    }

    fn typed(&self, before: &Operator) -> Operator {
        let typed = self.form.values();
        let of = |name| typed.text_or_empty(name);
        let username = if self.about == About::Add {
            of("operator.username").to_lowercase()
        } else {
            before.username.clone()
        };
        Operator {
            username,
            surname: of("operator.surname"),
            name: of("operator.name"),
            role: typed.chosen("operator.role").and_then(Role::named).unwrap_or(before.role),
            siul_user: of("operator.siul_user"),
            room: of("operator.room"),
            phone: of("operator.phone"),
            email: of("operator.email"),
            ..before.clone()
        }
    }
}

fn given(
    spec: Spec,
    first: crate::ui::form::spec::FieldSpec,
    again: crate::ui::form::spec::FieldSpec,
    own: crate::ui::form::spec::FieldSpec,
) -> Spec {
    spec.row([first, again]).row([own])
}

fn known(spec: Spec) -> Spec {
    spec.row([
        text("operator.surname", label::SURNAME).need().width(24).help(help::SURNAME).rules(&["R-UFF-5"]),
        text("operator.name", label::NAME).need().width(20).help(help::NAME),
    ])
    .row([choice("operator.role", words::ROLE, Source::Fixed(words::ROLES))
        .need()
        .width(24)
        .help(help::ROLE)
        .rules(&["R-UFF-12", "R-UFF-13", "R-PRV-11"])])
    .row([
        text("operator.siul_user", words::SIUL).width(24).limit(40).help(help::SIUL).rules(&["R-REM-6"]),
        text("operator.room", words::ROOM).width(20).limit(40).help(help::ROOM),
    ])
    .row([text("operator.phone", words::PHONE).width(24).limit(40).help(help::PHONE)])
    .row([text("operator.email", words::EMAIL).width(40).limit(120).help(help::EMAIL)])
}

impl crate::ui::screens::panel::Panel for Panel {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn marks(&self) -> Vec<(&'static str, String)> {
        let about = match &self.about {
            About::Add => "+".to_owned(),
            About::Edit(who) => who.id.to_string(),
            About::Enable(who) | About::Give(who) => format!("*{}", who.id),
            About::Own => "own".to_owned(),
            About::Recovery(_) => "key".to_owned(),
        };
        vec![(WHICH, about)]
    }
}
