//! The form engine to look at and try, with nothing behind it:
//! `cargo run --example gallery -- [chiaro|scuro|contrasto|mono] [ascii]`.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;
use sportello::app::backend::Backend;
use sportello::app::{Setup, run};
use sportello::clock::Clock;
use sportello::desk::{Answer, Command, Outcome, Query};
use sportello::domain::finding::{Level, Rule};
use sportello::domain::office::{Office, Operator};
use sportello::fault::{Fault, Result};
use sportello::ui::action::Action;
use sportello::ui::effect::{Draft, Effect, Effects, Notice, Secret};
use sportello::ui::form::{
    Form, FormOutcome, Item, Source, Spec, Status, Values, area, birth, choice, code, date, lookup, money,
    number, radio, shown, text, tick, time,
};
use sportello::ui::glyphs::ASCII;
use sportello::ui::look::Look;
use sportello::ui::route::{Code, Route};
use sportello::ui::screen::{Cx, Flow, Offer, PersonBand, Screen, Session};
use sportello::ui::theme::Theme;

const FUTURE: Rule = Rule { id: "R-DID-16", level: Level::Block, reference: "", text: "Niente date future." };
const MAIL: Rule =
    Rule { id: "R-CNV-9", level: Level::Warn, reference: "", text: "E-mail non ancora verificata." };

struct Gallery {
    form: Form,
}

impl Gallery {
    fn new(cx: &Cx) -> Self {
        let channels = &[("inps", "domanda INPS"), ("desk", "allo sportello"), ("online", "in rete")];
        let places = |_: &Values| {
            vec![Item::coded("D969", "GENOVA"), Item::coded("A794", "BERGAMO"), Item::coded("L219", "TORINO")]
        };
        let spec = Spec::new()
            .page("Dichiarazione")
            .row([date("date", "Data DID")
                .need()
                .hint("anche: 121126, oggi, ieri")
                .rules(&["R-DID-16"])
                .help(
                    "gg/mm/aaaa, anche 121126, oggi, ieri, -3. F4 apre il calendario. \
                 Per chi chiede la NASpI è la data della domanda INPS. Non può essere futura.",
                )])
            .row([choice("channel", "Canale", Source::Fixed(channels)).need().width(36)])
            .row([lookup("place", "Luogo di nascita", Source::Of(places)).need().width(6)])
            .row([text("inps", "Rif. domanda INPS"), date("inps_date", "del")])
            .row([shown("national", "Codice nazionale")])
            .gap()
            .head("Situazione (almeno una)")
            .row([tick("not_working", "non lavora")])
            .row([
                tick("employee", "dipendente entro 8.500,00 euro"),
                money("income", "reddito").show(|v| v.on("employee")),
                number("year", "anno", 4).show(|v| v.on("employee")),
            ])
            .labelled("Disponibilità *", [tick("work", "al lavoro"), tick("measures", "alle misure")])
            .page("Anagrafica")
            .row([code("fiscal_code", "Codice fiscale", 16).need()])
            .row([text("surname", "Cognome").need()])
            .row([birth("birth_date", "Data di nascita").need(), time("at", "alle")])
            .row([text("email", "E-mail")])
            .gap()
            .row([radio("digital", "Digitali", &[("n", "nessuna"), ("b", "base"), ("m", "medie")])])
            .row([area("note", "Nota dell'operatore", 3).limit(120)]);
        let mut form = Form::new(spec, cx.today());
        form.put("national", "in attesa");
        form.accept();
        Self { form }
    }

    fn weigh(&mut self, cx: &Cx) {
        let values = self.form.values();
        let mut findings = Vec::new();
        if values.date("date").is_some_and(|date| date > cx.today()) {
            findings.push(FUTURE.at("date"));
        }
        if values.text("email").is_some() {
            findings.push(MAIL.at("email"));
        }
        let age = values.date("birth_date").and_then(|birth| cx.today().years_since(birth));
        self.form.remark("birth_date", age.map(|age| format!("{age} anni")).unwrap_or_default());
        self.form.find_all(findings);
    }

    fn save(&mut self) -> Effects {
        match self.form.check() {
            Err(obstacle) => vec![Notice::obstacle(obstacle).into()],
            Ok(()) => {
                self.form.accept();
                vec![Effect::DropDraft, Notice::ok("DID salvata: stato inserita.").into()]
            }
        }
    }
}

impl Screen for Gallery {
    fn code(&self) -> Code {
        "DI01"
    }

    fn title(&self) -> Cow<'static, str> {
        "DID".into()
    }

    fn enter(&mut self, cx: &Cx) -> Effects {
        let band = PersonBand {
            name: "ROSSI MARIA".into(),
            birth_date: cx.today().checked_sub_months(chrono::Months::new(491)),
            facts: ["DID inserita 12/11/2026", "NASpI 12/11/2026", "PSP nessuno"].map(str::to_owned).into(),
            ..PersonBand::default()
        };
        vec![Effect::Person(Some(Box::new(band))), Notice::info("Galleria del motore delle maschere.").into()]
    }

    fn act(&mut self, action: Action, cx: &Cx) -> Flow {
        if action == Action::Save {
            return Flow::Used(self.save());
        }
        let outcome = self.form.act(action);
        self.formed(outcome, cx)
    }

    fn formed(&mut self, outcome: FormOutcome, cx: &Cx) -> Flow {
        match outcome {
            FormOutcome::Submit => return Flow::Used(self.save()),
            FormOutcome::Changed(_) | FormOutcome::Left(_) => self.weigh(cx),
            _ => {}
        }
        Flow::of(outcome)
    }

    fn form(&self) -> Option<&Form> {
        Some(&self.form)
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        Some(&mut self.form)
    }

    fn draft_subject(&self) -> Option<String> {
        Some("gallery".into())
    }

    fn offers(&self, _cx: &Cx) -> Vec<Offer> {
        let mut offers = vec![Offer::usual(Action::Save), Offer::new(Action::Print, "Ricevuta").when(false)];
        offers.extend(self.form.offers());
        offers
    }

    fn draw(&self, frame: &mut Frame, area: Rect, cx: &Cx) {
        let rows = area.height.saturating_sub(1);
        self.form.draw(frame, Rect { height: rows, ..area }, cx.look);
        let last = Rect { y: area.y + rows, height: 1, ..area };
        self.form.draw_status(frame, last, Status { draft_saved: cx.draft_saved }, cx.look);
    }
}

fn open(route: &Route, cx: &Cx) -> Box<dyn Screen> {
    match route {
        Route::Menu | Route::Did(_) => Box::new(Gallery::new(cx)),
        other => sportello::ui::screens::open(other, cx),
    }
}

/// Nothing behind the screen but one draft.
#[derive(Default)]
struct Nothing {
    draft: Option<Draft>,
}

impl Backend for Nothing {
    fn ask(&mut self, _by: &str, _query: Query) -> Result<Answer> {
        Err(Fault::outside("La galleria non ha archivio."))
    }

    fn run(&mut self, _by: &str, _command: Command) -> Result<Outcome> {
        Err(Fault::outside("La galleria non ha archivio."))
    }

    fn sign_in(&mut self, _username: &str, _password: &Secret) -> Result<Session> {
        Err(Fault::outside("La galleria non ha operatori."))
    }

    fn searched(&mut self, _by: &str, _found: &sportello::desk::query::Found) -> Result<()> {
        Ok(())
    }

    fn found(&mut self, _founding: sportello::app::backend::Founding) -> Result<Session> {
        Err(Fault::outside("La galleria non ha archivio."))
    }

    fn save_draft(&mut self, draft: &Draft) -> Result<()> {
        self.draft = Some(draft.clone());
        Ok(())
    }

    fn drop_draft(&mut self, _screen: &str, _subject: &str) -> Result<()> {
        self.draft = None;
        Ok(())
    }

    fn find_draft(&mut self, _screen: &str, _subject: &str) -> Result<Option<Draft>> {
        Ok(self.draft.clone())
    }
}

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let mut look = Look::default();
    for word in &words {
        match word.parse::<Theme>() {
            Ok(theme) => look.theme = theme,
            Err(_) => look.glyphs = ASCII,
        }
    }
    look.theme = Theme::choose(look.theme, std::env::var("NO_COLOR").ok().as_deref());
    let operator = Operator { name: "Anna".into(), surname: "Bianchi".into(), ..Operator::default() };
    let office = Office { name: "Esempio Nord".into(), ..Office::default() };
    run(Setup {
        first: Route::Menu,
        opener: open,
        clock: Clock::System,
        look,
        session: Some(Session { operator, office }),
        make: Box::new(|| Ok(Box::new(Nothing::default()))),
    })
}
