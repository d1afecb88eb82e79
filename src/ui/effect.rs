//! What a screen asks for: plain data, carried out by the shell.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::deed::{Deed, Given};
use super::missing::Missing;
use super::route::Route;
use super::screen::{PersonBand, Session};
use super::widgets::dialog::{self, Question};
use crate::desk::command::DocumentGenerated;
use crate::desk::query::Found;
use crate::desk::{Answer, Command, DocumentFile, Outcome, Query};
use crate::documents::TextSize;
use crate::documents::block::Content;
use crate::documents::printing::habits::Occasion;
use crate::documents::printing::{Choice, Handed, Printers};
use crate::domain::finding::{Finding, Level};
use crate::domain::office::{Office, Operator};
use crate::domain::paper::agenda::AgendaPaper;
use crate::domain::paper::stationery::Stationery;
use crate::fault::{Fault, Result};

/// Which question of a screen: comes back with the answer. A newer question
/// in the same slot makes the answer to the older one void.
pub type Slot = &'static str;

/// What a screen may ask for, in order.
pub type Effects = Vec<Effect>;

/// One thing a screen asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Puts a screen on top.
    Open(Route),
    /// Puts a screen in the place of this one.
    Replace(Route),
    /// Leaves this screen; what is unsaved stays as draft.
    Back,
    /// Leaves every screen but the menu.
    Home,
    /// Asks the desk; the answer comes as [`Reply::Answer`].
    Ask(Slot, Query),
    /// Writes through the desk; comes back as [`Reply::Outcome`].
    Run(Slot, Box<Command>),
    /// Records the file of an issued document and puts it in the archive;
    /// comes back as [`Reply::Outcome`].
    Archive(Slot, Box<DocumentGenerated>, DocumentFile),
    /// Starts work beside the screen; its end comes as [`Reply::Job`].
    Start(Slot, Job),
    /// Signs in; comes back as [`Reply::SignedIn`].
    SignIn {
        /// The user name.
        username: String,
        /// What was typed as password.
        password: Secret,
    },
    /// Comes in with the recovery key and a new password; comes back as
    /// [`Reply::SignedIn`].
    Recover {
        /// The user name of an administrator.
        username: String,
        /// The recovery key as typed.
        code: Secret,
        /// The new password.
        new: Secret,
    },
    /// Does something with passwords and keys; comes back as [`Reply::Keys`].
    Keys(Slot, Box<Deed>),
    /// Founds the office; comes back as [`Reply::SignedIn`].
    Found(Box<Founding>),
    /// Asks to be told after two seconds without another such effect in the
    /// same slot: [`Reply::Rested`].
    Rest(Slot),
    /// Leaves the audit line of a search that came to rest or was left.
    Searched(Box<Found>),
    /// The message line.
    Say(Notice),
    /// A question over the screen; comes back as [`Reply::Told`].
    Confirm(Slot, Question),
    /// Whose record is on the screen: the person band.
    Person(Option<Box<PersonBand>>),
    /// Saves the draft now.
    SaveDraft,
    /// Forgets the draft of this screen: it is stored, or thrown away.
    DropDraft,
    /// These keys do not arrive on this terminal: kept, and shown by the hints.
    KeysTried(Missing),
    /// Covers the screen.
    Lock,
    /// Closes the program, asking.
    Quit,
}

/// What comes back to a screen.
#[derive(Clone, Debug)]
pub enum Reply {
    /// The desk's answer. A fault is already on the message line.
    Answer(Result<Box<Answer>>),
    /// What came of a command. A fault is already on the message line.
    Outcome(Result<Box<Outcome>>),
    /// Signed in, or why not.
    SignedIn(Result<Box<Session>>),
    /// What came of a deed with passwords and keys. A fault is already on the
    /// message line.
    Keys(Result<Given>),
    /// How a job ended, or a fault.
    Job(Result<JobDone>),
    /// Two seconds went by.
    Rested,
    /// What the operator answered to a question.
    Told(dialog::Reply),
}

/// What the first run asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Founding {
    /// The office.
    pub office: Office,
    /// Its first operator.
    pub operator: Operator,
    /// The operator's password.
    pub password: Secret,
}

/// Work done beside the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// Makes the PDF of the words of a document; ends as [`JobDone::Made`].
    MakeWords {
        /// What it says.
        content: Box<Content>,
        /// Size of print.
        size: TextSize,
        /// The hour written in the file.
        at: NaiveDateTime,
    },
    /// Makes the PDF of a day's agenda, dated as the paper says; ends as
    /// [`JobDone::Made`].
    MakeAgenda {
        /// What it says: the answer to `Query::DayPaper`.
        paper: Box<AgendaPaper>,
        /// On what paper of the office.
        stationery: Box<Stationery>,
        /// Size of print.
        size: TextSize,
    },
    /// Writes a PDF where the operator says; ends as [`JobDone::Saved`].
    Save {
        /// The file to write.
        to: PathBuf,
        /// The PDF.
        pdf: Arc<[u8]>,
    },
    /// Hands a PDF to the printer; ends as [`JobDone::Printed`] once it is the
    /// printer's. How it goes on there the shell tells, wherever the operator
    /// is by then.
    Print {
        /// Shown in the printer's queue; never a person's name.
        title: String,
        /// The file.
        pdf: Arc<[u8]>,
        /// What is printed, as far as the copies go.
        occasion: Occasion,
        /// Where, and how.
        choice: Choice,
    },
    /// Looks what this computer can print on; ends as [`JobDone::Printers`].
    Printers,
}

/// What a job leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobDone {
    /// A PDF.
    Made(MadePdf),
    /// It is in this file.
    Saved(PathBuf),
    /// The printer took it.
    Printed(Handed),
    /// What this computer can print on.
    Printers(Printers),
}

/// A PDF with what is recorded of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadePdf {
    /// The file.
    pub pdf: Arc<[u8]>,
    /// Its SHA-256, 64 hexadecimal digits.
    pub digest: String,
    /// Archive level, `2a,ua1`.
    pub level: &'static str,
    /// Pages.
    pub pages: u32,
    /// The words it was made of, to be kept with it; `None` for what is not
    /// issued.
    pub words: Option<String>,
    /// Why the office's own template was left for the one that ships.
    pub fell_back: Option<Fault>,
}

/// A password on its way: never shown, wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub zeroize::Zeroizing<String>);

impl Secret {
    /// Wraps what was typed.
    pub fn new(typed: impl Into<String>) -> Self {
        Self(zeroize::Zeroizing::new(typed.into()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// The sign before a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Done.
    Ok,
    /// Information.
    Info,
    /// May go on with a reason.
    Warn,
    /// Refused.
    No,
    /// To be chosen.
    Ask,
    /// Running.
    Busy,
}

impl Sign {
    /// As it is written.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Ok => "[ok]",
            Self::Info => "[i]",
            Self::Warn => "[!]",
            Self::No => "[X]",
            Self::Ask => "[?]",
            Self::Busy => "[..]",
        }
    }
}

/// A message to the operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What kind.
    pub sign: Sign,
    /// What, why, what to do: Italian.
    pub text: String,
    /// The rule, when it comes from the law.
    pub rule: Option<String>,
}

impl Notice {
    /// A message with a sign.
    pub fn new(sign: Sign, text: impl Into<String>) -> Self {
        Self { sign, text: text.into(), rule: None }
    }

    /// Done.
    pub fn ok(text: impl Into<String>) -> Self {
        Self::new(Sign::Ok, text)
    }

    /// Information.
    pub fn info(text: impl Into<String>) -> Self {
        Self::new(Sign::Info, text)
    }

    /// Attention.
    pub fn warn(text: impl Into<String>) -> Self {
        Self::new(Sign::Warn, text)
    }

    /// Refused.
    pub fn no(text: impl Into<String>) -> Self {
        Self::new(Sign::No, text)
    }

    /// What a rule says.
    #[must_use]
    pub fn finding(finding: &Finding) -> Self {
        let sign = match finding.level {
            Level::Block => Sign::No,
            Level::Warn => Sign::Warn,
            Level::Show | Level::Record => Sign::Info,
        };
        Self { sign, text: finding.text.clone(), rule: Some(finding.rule.to_string()) }
    }

    /// What stops a form.
    #[must_use]
    pub fn obstacle(obstacle: super::form::Obstacle) -> Self {
        Self { sign: Sign::No, text: obstacle.text, rule: obstacle.rule }
    }

    /// A fault with what to do about it.
    #[must_use]
    pub fn fault(fault: &Fault) -> Self {
        match fault.number() {
            Some(number) => Self::no(format!("{} N. {number}. {}", fault.message, fault.hint)),
            None => Self::no(fault.to_string()),
        }
    }
}

impl From<Notice> for Effect {
    fn from(notice: Notice) -> Self {
        Self::Say(notice)
    }
}

/// What is being typed on a screen, kept until it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Code of the screen.
    pub screen: String,
    /// What it is about: an id as text, empty for a new record.
    pub subject: String,
    /// Raw text by field.
    pub values: BTreeMap<String, String>,
    /// The field that had the focus.
    #[serde(default)]
    pub focus: String,
}
