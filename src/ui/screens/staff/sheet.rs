//! The recovery key on its way to paper: drawn, printed, and in force only
//! when somebody has the sheet in hand.

use std::sync::Arc;

use super::{About, Staff};
use crate::desk::staff::RecoveryCode;
use crate::documents::printing::habits::Occasion;
use crate::documents::{RecoverySheet, TextSize, recovery_sheet};
use crate::fault::Result;
use crate::ui::effect::{Effect, Effects, Job, JobDone, Notice, Slot};
use crate::ui::screen::{Cx, Flow};
use crate::ui::screens::printing::{self, Turn};
use crate::ui::strings::staff as words;

/// Slot of the PDF.
const MAKE: Slot = "make";

/// A key with its sheet.
pub struct Sheet {
    code: RecoveryCode,
    /// The PDF, once it is made.
    pdf: Option<Arc<[u8]>>,
}

/// Is that the third group of the sheet?
pub fn has_third(code: &RecoveryCode, typed: &str) -> bool {
    code.groups().get(2).is_some_and(|group| group.eq_ignore_ascii_case(typed.trim()))
}

impl Staff {
    pub(super) fn print_code(&mut self, code: RecoveryCode, cx: &Cx) -> Effects {
        let Some(session) = cx.session else { return Effects::new() };
        let sheet = RecoverySheet {
            office: format!("{} - CPI {}", session.office.body_name, session.office.name),
            at: cx.now,
            by: session.operator.full_name(),
        };
        let content = Box::new(recovery_sheet(&sheet, &code.groups()));
        self.sheet = Some(Sheet { code, pdf: None });
        vec![Effect::Start(MAKE, Job::MakeWords { content, size: TextSize::Normal, at: cx.now })]
    }

    pub(super) fn worked(&mut self, slot: Slot, done: Result<JobDone>, cx: &Cx) -> Effects {
        let Some(sheet) = &mut self.sheet else { return Effects::new() };
        match done {
            Ok(JobDone::Made(made)) => {
                sheet.pdf = Some(made.pdf);
                let sheets = vec![printing::Sheet {
                    label: words::SHEET.to_owned(),
                    occasion: Occasion::COPY,
                    file: words::FILE.to_owned(),
                }];
                self.printing.open(sheets, false, cx)
            }
            Err(_) if slot == MAKE => {
                self.sheet = None;
                Effects::new()
            }
            done => {
                let out = matches!(done, Ok(JobDone::Printed(_) | JobDone::Saved(_)));
                let code = sheet.code.clone();
                let mut effects: Effects =
                    self.printing.done(slot, words::SHEET, done).map(Effect::from).into_iter().collect();
                if out && let Flow::Used(more) = self.open(About::Recovery(code), cx) {
                    effects.extend(more);
                    effects.push(Notice::info(words::SHEET_OUT).into());
                }
                effects
            }
        }
    }

    pub(super) fn chosen(&mut self, turn: Turn) -> Flow {
        match turn {
            Turn::Flow(flow) => flow,
            Turn::Go(_, wanted) => {
                let pdf = self.sheet.as_ref().and_then(|sheet| sheet.pdf.clone());
                let send = pdf.map(|pdf| self.printing.send(words::SHEET.to_owned(), pdf, wanted));
                Flow::Used(send.into_iter().collect())
            }
        }
    }
}
