//! The short form: what, on which printer or in which file, how many, on one
//! side or two.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{Sheet, Wanted};
use crate::documents::printing::{Address, Choice, Copies, Printer, Printers, Sides};
use crate::ui::effect::Notice;
use crate::ui::form::{Form, Item, Source, Spec, Values, choice, number, text};
use crate::ui::screens::{common, panel};
use crate::ui::strings::printing::{self as words, help};

/// Values of the field "printer" that name no printer.
const USUAL: &str = "usual";
const TYPED: &str = "address";
const FILE: &str = "file";
/// Before the name of a queue, and before an address.
const QUEUE: &str = "queue:";
const NETWORK: &str = "net:";
/// In what is kept of a closed form: no field has this name.
const MARK: &str = "~print";

/// The form, and what it is about.
pub struct Panel {
    pub form: Form,
    sheets: Vec<Sheet>,
    /// The printer it began with: in the list even before the list is here.
    began: Printer,
    addresses: Vec<Address>,
}

impl panel::Panel for Panel {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn marks(&self) -> Vec<(&'static str, String)> {
        vec![(MARK, self.sheets.iter().map(|sheet| sheet.label.as_str()).collect::<Vec<_>>().join(" / "))]
    }

    fn is_chosen(&self, field: &str) -> bool {
        field == "printer"
    }
}

impl Panel {
    pub fn new(
        sheets: Vec<Sheet>,
        choice: Choice,
        addresses: &[Address],
        file: bool,
        today: NaiveDate,
    ) -> Self {
        let mut form = Form::new(spec(sheets.len() > 1), today);
        let items =
            sheets.iter().enumerate().map(|(place, sheet)| Item::new(place.to_string(), &sheet.label));
        form.give("sheet", items.collect());
        let mut panel = Self { form, sheets, began: choice.printer.clone(), addresses: addresses.to_vec() };
        panel.list(None);
        let printer = if file { FILE.to_owned() } else { value(&choice.printer) };
        for (name, raw) in [
            ("sheet", "0"),
            ("printer", &printer),
            ("copies", &choice.copies.count().to_string()),
            ("sides", &common::code(choice.sides)),
            ("file", &panel.sheets.first().map(|sheet| sheet.file.clone()).unwrap_or_default()),
        ] {
            panel.form.put(name, raw);
        }
        panel.form.focus_on("printer");
        panel.form.accept();
        panel
    }

    /// What this computer can print on is known, or cannot be.
    pub fn found(&mut self, printers: Option<&Printers>) {
        let untouched = !self.form.changed();
        self.list(printers);
        let none = printers.is_none_or(|known| known.queues.is_empty());
        // Nothing to print on: what is left is a file.
        if untouched && none && self.form.values().is("printer", USUAL) {
            self.form.put("printer", FILE);
        }
        if untouched {
            self.form.accept();
        }
    }

    fn list(&mut self, printers: Option<&Printers>) {
        let empty = Printers::default();
        let known = printers.unwrap_or(&empty);
        let usual = known.queues.iter().find(|queue| Some(&queue.name) == known.usual.as_ref());
        let mut items =
            vec![Item::new(USUAL, words::usual(usual, known.usual.as_deref(), printers.is_some()))];
        items.extend(
            known.queues.iter().map(|queue| Item::new(format!("{QUEUE}{}", queue.name), words::queue(queue))),
        );
        let began = value(&self.began);
        if let (Printer::Queue(name), false) = (&self.began, items.iter().any(|item| item.value == began)) {
            items.push(Item::new(began, words::not_listed(name, printers.is_some())));
        }
        let mut addresses = self.addresses.clone();
        if let Printer::Network(address) = &self.began
            && !addresses.contains(address)
        {
            addresses.insert(0, address.clone());
        }
        items.extend(
            addresses.iter().map(|address| Item::new(format!("{NETWORK}{address}"), words::network(address))),
        );
        items.push(Item::new(TYPED, words::TYPED));
        items.push(Item::new(FILE, words::FILE));
        self.form.give("printer", items);
    }

    /// A field changed: another sheet has another file.
    pub fn follow(&mut self, field: &str) {
        if field != "sheet" {
            return;
        }
        let proposed = self.form.values().text_or_empty("file");
        if self.sheets.iter().any(|sheet| sheet.file == proposed) {
            let file = self.sheet().1.file.clone();
            self.form.put("file", &file);
        }
    }

    fn sheet(&self) -> (usize, &Sheet) {
        let chosen = self.form.values().number("sheet").and_then(|place| usize::try_from(place).ok());
        let chosen = chosen.or_else(|| self.form.values().chosen("sheet")?.parse().ok());
        let place = chosen.filter(|place| *place < self.sheets.len()).unwrap_or(0);
        (place, &self.sheets[place])
    }

    /// Is there a choice of what is printed?
    pub fn several(&self) -> bool {
        self.sheets.len() > 1
    }

    /// Shall it be a file?
    pub fn to_file(&self) -> bool {
        self.form.values().is("printer", FILE)
    }

    /// What is asked for; the focus is where something is missing.
    pub fn wanted(&mut self) -> Result<(usize, Wanted), Notice> {
        self.form.check().map_err(Notice::obstacle)?;
        let values = self.form.values();
        let (place, sheet) = self.sheet();
        let occasion = sheet.occasion;
        if self.to_file() {
            return Ok((place, Wanted::File(PathBuf::from(values.text_or_empty("file")))));
        }
        let copies = values.number("copies").and_then(|count| u8::try_from(count).ok()).and_then(Copies::new);
        let Some(copies) = copies else {
            self.form.focus_on("copies");
            return Err(Notice::no(words::copies_range()));
        };
        let printer = match self.printer(&values) {
            Ok(printer) => printer,
            Err(notice) => {
                self.form.focus_on("address");
                return Err(notice);
            }
        };
        let sides = values.chosen_as::<Sides>("sides").unwrap_or_default();
        Ok((place, Wanted::Paper(occasion, Choice { printer, copies, sides })))
    }

    fn printer(&self, values: &Values) -> Result<Printer, Notice> {
        let chosen = values.chosen("printer").unwrap_or(USUAL);
        let typed = if chosen == TYPED { Some(values.text_or_empty("address")) } else { None };
        let address = typed.or_else(|| chosen.strip_prefix(NETWORK).map(str::to_owned));
        if let Some(address) = address {
            return address.parse().map(Printer::Network).map_err(|fault| Notice::fault(&fault));
        }
        Ok(chosen.strip_prefix(QUEUE).map_or(Printer::Usual, |name| Printer::Queue(name.to_owned())))
    }
}

fn value(printer: &Printer) -> String {
    match printer {
        Printer::Usual => USUAL.to_owned(),
        Printer::Queue(name) => format!("{QUEUE}{name}"),
        Printer::Network(address) => format!("{NETWORK}{address}"),
    }
}

fn spec(several: bool) -> Spec {
    let paper: fn(&Values) -> bool = |values| !values.is("printer", FILE);
    Spec::new()
        .row([choice("sheet", words::label::SHEET, Source::Given)
            .width(40)
            .show(move |_| several)
            .need()
            .help(help::SHEET)])
        .row([choice("printer", words::label::PRINTER, Source::Given).width(52).need().help(help::PRINTER)])
        .row([text("address", words::label::ADDRESS)
            .width(52)
            .limit(255)
            .show(|values| values.is("printer", TYPED))
            .need()
            .help(help::ADDRESS)])
        .row([
            number("copies", words::label::COPIES, 2).show(paper).need().help(help::COPIES),
            choice("sides", words::label::SIDES, Source::Fixed(words::SIDES))
                .width(14)
                .show(paper)
                .need()
                .help(help::SIDES),
        ])
        .row([text("file", words::label::FILE)
            .width(52)
            .limit(400)
            .show(|values| values.is("printer", FILE))
            .need()
            .help(help::FILE)])
}
