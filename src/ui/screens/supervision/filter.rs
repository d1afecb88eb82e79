//! The filters of the log, as a short form.

use chrono::NaiveDate;

use crate::desk::query::{AccessFilter, AuditFilter};
use crate::domain::access::ActKind;
use crate::domain::ids::OperatorId;
use crate::domain::office::Operator;
use crate::ui::form::{Form, Item, Source, Spec, choice, date, text};
use crate::ui::screens::{common, panel};
use crate::ui::strings::supervision::{self as words, help, label};

/// In a draft: what the form is about. No field has this name.
const WHICH: &str = "~supervision";

/// Rows of the form on the screen.
pub const ROWS: u16 = 3;

/// The form.
pub struct Panel(pub Form);

impl panel::Panel for Panel {
    fn form(&self) -> &Form {
        &self.0
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.0
    }

    fn marks(&self) -> Vec<(&'static str, String)> {
        vec![(WHICH, "filter".to_owned())]
    }
}

/// The form with the filters as they are.
pub fn form(filter: &AccessFilter, operators: &[Operator], today: NaiveDate) -> Panel {
    let spec = Spec::new()
        .row([date("from", label::FROM).help(help::FROM), date("to", label::UNTIL).help(help::UNTIL)])
        .row([
            choice("operator", label::OPERATOR, Source::Given).width(22).help(help::OPERATOR),
            choice("kind", label::KIND, Source::Given).width(18).help(help::KIND),
        ])
        .row([text("code", label::CODE).limit(16).width(18).help(help::CODE)]);
    let mut form = Form::new(spec, today);
    form.give("operator", people(operators));
    let kinds = ActKind::ALL.iter().map(|kind| Item::new(kind.word(), kind.label()));
    form.give("kind", any().chain(kinds).collect());
    form.put("from", &common::day(filter.lines.from));
    form.put("to", &common::day(filter.lines.to));
    form.put("operator", &filter.lines.operator.map(|id| id.to_string()).unwrap_or_default());
    form.put("kind", filter.lines.kinds.first().map_or("", |kind| kind.word()));
    form.put("code", &filter.code);
    form.accept();
    Panel(form)
}

/// Who may be chosen.
pub fn people(operators: &[Operator]) -> Vec<Item> {
    let who = operators.iter().map(|who| Item::new(who.id.to_string(), who.short_name()));
    any().chain(who).collect()
}

fn any() -> impl Iterator<Item = Item> {
    [Item::new("", words::ANY)].into_iter()
}

/// What the form says. A person chosen from a row stays until another is
/// named.
pub fn filter(form: &Form, before: &AccessFilter) -> AccessFilter {
    let values = form.values();
    let code = values.text_or_empty("code");
    AccessFilter {
        lines: AuditFilter {
            from: values.date("from"),
            to: values.date("to"),
            operator: values.text_or_empty("operator").parse().ok().map(OperatorId),
            registrant: before.lines.registrant.filter(|_| code.is_empty()),
            kinds: ActKind::of_word(&values.text_or_empty("kind")).into_iter().collect(),
            before: None,
            limit: before.lines.limit,
        },
        code,
    }
}
