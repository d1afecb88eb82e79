//! Every field of every screen under hostile hands: whatever is typed or
//! pasted, the screen stands, the text is kept or what was left out is said,
//! and F2 answers with a sentence.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

mod seat;

use chrono::{NaiveDate, NaiveDateTime};
use seat::{Seat, appointment, assess, booked, declaration, declare, give_notice, person, register};
use sportello::desk::Desk;
use sportello::desk::command::{ActivityRecord, Command};
use sportello::domain::activity::{ActivityForm, ActivityState, SapChoice};
use sportello::domain::ids::RegistrantId;
use sportello::ui::effect::Sign;
use sportello::ui::form::spec::Kind;
use sportello::ui::route::{Door, Route, Subject};

/// A form: the office it needs, where it is, the keys that open it.
struct Place {
    name: &'static str,
    make: fn(&mut Desk) -> Route,
    /// `@name` walks to a field.
    keys: &'static str,
    /// Only these fields; none for all.
    only: &'static [&'static str],
}

const fn place(name: &'static str, make: fn(&mut Desk) -> Route, keys: &'static str) -> Place {
    Place { name, make, keys, only: &[] }
}

/// Fields that are seen only after others were filled.
const fn hidden(
    name: &'static str,
    make: fn(&mut Desk) -> Route,
    keys: &'static str,
    only: &'static [&'static str],
) -> Place {
    Place { name, make, keys, only }
}

fn maria(desk: &mut Desk) -> RegistrantId {
    register(desk, person("Rossi", "Maria"))
}

fn declared(desk: &mut Desk) -> RegistrantId {
    let id = maria(desk);
    give_notice(desk, id);
    declare(desk, id, declaration());
    id
}

fn with_pact(desk: &mut Desk) -> RegistrantId {
    let id = declared(desk);
    assess(desk, id);
    let draft = sportello::desk::command::PspDraft {
        psp: Default::default(),
        version: Default::default(),
        registrant: id,
        accepted: Vec::new(),
    };
    seat::act(desk, Command::PspDraft(draft));
    id
}

fn with_activity(desk: &mut Desk) -> Route {
    let id = declared(desk);
    let activity = ActivityForm {
        lep: "A".into(),
        sap: SapChoice::NotAttested,
        date: Some(seat::now().date()),
        minutes: Some(30),
        mode: "in_person".into(),
        state: ActivityState::Started,
        ..ActivityForm::default()
    };
    let record = ActivityRecord { id: Default::default(), registrant: id, activity, accepted: Vec::new() };
    seat::act(desk, Command::ActivityRecord(record));
    Route::Activities(id)
}

fn monday(hour: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(hour, 0, 0).unwrap()
}

fn with_appointment(desk: &mut Desk) -> Route {
    let id = maria(desk);
    let appointment = appointment(desk, monday(9), "did");
    booked(desk, id, appointment);
    Route::Agenda { day: None, registrant: None }
}

fn section(desk: &mut Desk, section: u8) -> Route {
    Route::PspSection(with_pact(desk), section)
}

const PERSON: &[Place] = &[
    place("AC00", |_| Route::Login(Door::SignIn(String::new())), ""),
    place("AC00 first run", |_| Route::Login(Door::FirstRun), ""),
    place("PE03 new", |_| Route::PersonData(Subject::New(String::new())), ""),
    hidden(
        "PE03",
        |desk| Route::PersonData(Subject::Known(maria(desk))),
        "",
        &["fiscal_code", "surname", "birth_place", "id_doc_expires_on", "mobile", "office_note"],
    ),
    hidden(
        "PE03 from far, young, elsewhere",
        |_| Route::PersonData(Subject::New(String::new())),
        "@birth_date 1 0 1 2 2 0 1 0 @citizenship Ctrl+U a l b a n i a Tab @domicile_as_residence Space",
        &[
            "guardian_name",
            "domicile_address",
            "domicile_place",
            "domicile_cap",
            "permit_type",
            "permit_number",
            "permit_expires_on",
            "permit_renewal",
        ],
    ),
];
const DECLARED: &[Place] = &[
    place("DI01", |desk| Route::Did(maria(desk)), ""),
    hidden(
        "DI01 at work",
        |desk| Route::Did(maria(desk)),
        "@declaration.employee Space @declaration.self_employed Space @profiling.ever_worked s \
         @profiling.household_size 3 @profiling.children s",
        &[
            "declaration.employee_income",
            "declaration.self_employed_income",
            "declaration.income_year",
            "profiling.months_since_last_job",
            "profiling.last_position",
            "profiling.minor_children",
        ],
    ),
    hidden(
        "DI01 from INPS",
        |desk| Route::Did(maria(desk)),
        "@declaration.channel d",
        &["declaration.inps_reference", "declaration.inps_date"],
    ),
    place("DI01 event", |desk| Route::Did(declared(desk)), "F10 a n n u l l a m Enter"),
    place("DI01 number", |desk| Route::Did(declared(desk)), "F10 c o d i c e Enter"),
    place("AS01", |desk| Route::Assessment(declared(desk)), ""),
];
const PACT: &[Place] = &[
    place("PS01 1", |desk| section(desk, 1), ""),
    place("PS01 4", |desk| section(desk, 4), ""),
    place("PS01 5", |desk| section(desk, 5), ""),
    place("PS01 6", |desk| section(desk, 6), "Tab"),
    place("PS01 measure", |desk| section(desk, 6), "F6"),
    place("PS01 7", |desk| section(desk, 7), "Tab"),
    place("PS01 act", |desk| section(desk, 7), "F6"),
    place("PS01 9", |desk| section(desk, 9), ""),
    place("PS01 10", |desk| section(desk, 10), ""),
    place("PS01 14", |desk| section(desk, 14), ""),
];
const DAY: &[Place] = &[
    place("LE01", |desk| Route::Activities(maria(desk)), ""),
    hidden(
        "LE01 job found",
        |desk| Route::Activities(maria(desk)),
        "@activity.lep f 3 Tab @activity.hired Space",
        &["activity.hired", "activity.co_reference"],
    ),
    place("LE01 event", with_activity, "F11 Down Enter"),
    place("AG01 book", |desk| Route::Agenda { day: None, registrant: Some(maria(desk)) }, "Enter"),
    place("AG01 event", with_appointment, "e"),
];

impl Place {
    fn sit(&self) -> (Seat, Route) {
        let mut route = Route::Menu;
        let mut seat = Seat::at(|desk| {
            route = (self.make)(desk);
            route.clone()
        });
        self.enter(&mut seat);
        (seat, route)
    }

    /// From the screen to the form.
    fn enter(&self, seat: &mut Seat) {
        for key in self.keys.split_whitespace() {
            match key.strip_prefix('@') {
                Some(name) => assert!(walk(seat, name), "{}: no field {name}", self.name),
                None => drop(seat.at.press(key)),
            }
        }
    }
}

/// What nobody should type.
fn hostile() -> Vec<(&'static str, String)> {
    let one = |name, text: &str| (name, text.to_owned());
    vec![
        ("64 kB", "è una riga lunga\r\n".repeat(3641)),
        one("controls", "a\0b\u{1b}[31mc\u{7}\u{8}d"),
        one("emoji", "👩‍👧 🇮🇹 😀"),
        one("right to left", "שלום مرحبا \u{202e}abc"),
        one("combining", "perche\u{301} e\u{300} o\u{308}\u{304}"),
        one("31 February", "31/02/2026"),
        one("year 1", "0001"),
        one("year 9999", "9999"),
        one("first day", "01/01/0001"),
        one("last day", "31/12/9999"),
        one("check character", "RSSMRA85T50D969A"),
        one("negative", "-5"),
        one("exponent", "1e999"),
        one("huge", "99999999999999999999999999"),
        one("quote", "'; DROP TABLE registrant; --"),
        one("nul", "\0"),
        one("blank", "   "),
    ]
}

/// What the field of this turn gets: a third by day, so that three fields one
/// after the other get it all; everything at night.
fn turn(field: usize) -> impl Iterator<Item = (&'static str, String)> {
    let night = std::env::var_os("NIGHTLY").is_some();
    let mine = move |(nth, text)| (night || nth % 3 == field % 3).then_some(text);
    hostile().into_iter().enumerate().filter_map(mine)
}

fn names(seat: &Seat) -> Vec<&'static str> {
    let form = seat.at.shell.top().and_then(|screen| screen.form()).unwrap();
    form.specs().map(|spec| spec.name).collect()
}

fn focus(seat: &Seat) -> Option<&'static str> {
    seat.at.shell.top()?.form()?.focus()
}

/// Walks to a field; false where it is not seen.
fn walk(seat: &mut Seat, name: &str) -> bool {
    let ahead = seat.at.shell.top().and_then(|screen| screen.form()).is_none_or(|form| {
        let place = |wanted| form.visible().iter().position(|&field| Some(field) == wanted);
        place(form.focus()) <= place(Some(name))
    });
    for key in if ahead { ["Tab", "Shift+Tab"] } else { ["Shift+Tab", "Tab"] } {
        for _ in 0..60 {
            if focus(seat) == Some(name) {
                return true;
            }
            seat.at.press(key);
        }
    }
    false
}

struct Told {
    sign: Sign,
    text: String,
    rule: Option<String>,
}

fn told(seat: &Seat) -> Option<Told> {
    let notice = seat.at.shell.notice()?;
    Some(Told { sign: notice.sign, text: notice.text.clone(), rule: notice.rule.clone() })
}

/// The screen stands: it draws at both sizes, the cursor is inside, the focus
/// on a field that is there.
fn stands(seat: &mut Seat, at: &str, sizes: &[(u16, u16)]) {
    for &(width, height) in sizes {
        seat.at.resize(width, height);
        assert!(!seat.at.screen().trim().is_empty(), "{at}: nothing on the screen");
        let cursor = seat.at.cursor();
        assert!(cursor.is_none_or(|(x, y)| x < width && y < height), "{at}: the cursor is outside");
    }
    seat.at.resize(80, 24);
    if let Some(form) = seat.at.shell.top().and_then(|screen| screen.form()) {
        let open = form.focus().is_some_and(|name| form.visible().contains(&name));
        assert!(open || form.visible().is_empty(), "{at}: the focus is on {:?}", form.focus());
    }
}

fn raw(seat: &Seat, name: &str) -> Option<String> {
    let form = seat.at.shell.top()?.form()?;
    Some(form.draft().get(name).cloned().unwrap_or_else(|| form.values().raw(name).to_owned()))
}

fn under_hostile_hands(places: &[Place]) {
    let (mut fields, mut cases, mut stored, mut rules) = (0, 0, 0, std::collections::BTreeSet::new());
    let mut bad: Vec<String> = Vec::new();
    for place in places {
        let (mut seat, mut route) = place.sit();
        let all = names(&seat);
        let mut seen = 0;
        for name in all.into_iter().filter(|name| place.only.is_empty() || place.only.contains(name)) {
            seat.again(&route);
            place.enter(&mut seat);
            if !walk(&mut seat, name) {
                assert!(place.only.is_empty(), "{}: {name} is not seen", place.name);
                continue;
            }
            seen += 1;
            for (what, text) in turn(seen) {
                cases += 1;
                let at = format!("{} {name} {what}", place.name);
                let written = seat.traffic.written.get();
                let code = route.code();
                seat.again(&route);
                place.enter(&mut seat);
                assert!(walk(&mut seat, name), "{at}: no way back");
                let kind = seat.at.shell.top().unwrap().form().unwrap().focused_spec().unwrap().kind;
                seat.at.press("Ctrl+U");
                let before = raw(&seat, name);
                seat.at.paste(&text);
                let after = told(&seat);
                let now = raw(&seat, name);
                // A code is kept without the signs people group it with.
                let code_only = matches!(kind, Kind::Text { fixed: true, .. });
                let as_held = |text: &str| {
                    let text = plain(text);
                    if code_only { text.chars().filter(|c| c.is_alphanumeric()).collect() } else { text }
                };
                let same = now.as_ref().is_some_and(|now| as_held(now) == as_held(&text));
                let chosen = matches!(kind, Kind::Choice { .. } | Kind::Lookup { .. } | Kind::Several { .. })
                    && now != before;
                if !(same || chosen || after.is_some()) {
                    bad.push(format!("{at}: «{now:?}» without a word"));
                }
                stands(&mut seat, &at, &[(120, 40)]);
                seat.at.press("Tab");
                stands(&mut seat, &at, &[]);
                if seat.at.shell.top().and_then(|screen| screen.form()).is_some_and(|form| form.has_popup()) {
                    seat.at.press("Esc");
                }
                seat.at.press("F2");
                let said = told(&seat);
                let asks =
                    seat.at.screen().contains("Esc lascia") || seat.at.screen().contains("Esc annulla");
                let done = seat.traffic.written.get() > written;
                let left = seat.at.shell.top().map(|screen| screen.code()) != Some(code);
                if !(said.is_some() || asks || done || left) {
                    bad.push(format!(
                        "{at}: F2 says nothing
{}",
                        seat.at.screen()
                    ));
                }
                if let Some(said) = said {
                    sentence(&said, &at);
                    rules.extend(said.rule);
                }
                stands(&mut seat, &at, &[(80, 24), (120, 40)]);
                if done {
                    stored += 1;
                    (seat, route) = place.sit();
                }
            }
        }
        assert!(seen > 0, "{}: no field", place.name);
        fields += seen;
        println!("{}: {seen} fields", place.name);
    }
    assert!(
        bad.is_empty(),
        "{} of {cases}:\n{}",
        bad.len(),
        bad.iter().take(12).cloned().collect::<Vec<_>>().join("\n")
    );
    println!("{fields} fields, {cases} cases, {stored} stored, rules said: {rules:?}");
}

/// The text as any field may keep it: one line, no blanks at its ends.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase()
}

fn sentence(said: &Told, at: &str) {
    assert!(!said.text.trim().is_empty(), "{at}: an empty message");
    for word in ["Err(", "None", "unwrap", "invalid", "UNIQUE", "constraint", "error:"] {
        assert!(!said.text.contains(word), "{at}: {}", said.text);
    }
    if said.sign == Sign::No {
        assert!(said.text.ends_with(['.', '?', ')', '»']), "{at}: «{}» is no sentence", said.text);
    }
}

#[test]
fn persons() {
    under_hostile_hands(PERSON);
}

#[test]
fn declarations_and_interviews() {
    under_hostile_hands(DECLARED);
}

#[test]
fn pacts() {
    under_hostile_hands(PACT);
}

#[test]
fn days_and_activities() {
    under_hostile_hands(DAY);
}

fn places() -> impl Iterator<Item = &'static Place> {
    [PERSON, DECLARED, PACT, DAY].into_iter().flatten()
}

/// Every rule the program knows, as written in its rulebook.
fn rules() -> String {
    let mut all = String::new();
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                all.push_str(&std::fs::read_to_string(path).unwrap_or_default());
            }
        }
    }
    all
}

#[test]
fn every_field_says_how_and_why() {
    let rules = rules();
    let (mut fields, mut bad) = (0, Vec::new());
    for place in places() {
        let (mut seat, _) = place.sit();
        let form = seat.at.shell.top().and_then(|screen| screen.form()).unwrap();
        let specs: Vec<_> = form.specs().cloned().collect();
        for spec in specs {
            if spec.help.chars().count() < 20 || !spec.help.trim_end().ends_with(['.', ')']) {
                bad.push(format!("{} {}: «{}»", place.name, spec.name, spec.help));
            }
            for rule in spec.rules.iter().filter(|rule| !rules.contains(**rule)) {
                bad.push(format!("{} {}: nobody knows {rule}", place.name, spec.name));
            }
            if !walk(&mut seat, spec.name) {
                continue;
            }
            fields += 1;
            if seat.at.shell.top().is_some_and(|screen| screen.code() == "AC00") {
                continue;
            }
            seat.at.press("F1").is_on("GU01");
            let shown = seat.at.screen().split_whitespace().collect::<Vec<_>>().join(" ");
            let help = spec.help.split_whitespace().collect::<Vec<_>>().join(" ");
            let whole = shown.contains(&help) && shown.contains("Come: ");
            if !whole {
                bad.push(format!("{} {}: F1 shows\n{}", place.name, spec.name, seat.at.screen()));
            }
            seat.at.press("F12");
            assert_eq!(focus(&seat), Some(spec.name), "{}: back to the same field", place.name);
        }
    }
    assert!(
        bad.is_empty(),
        "{}:\n{}",
        bad.len(),
        bad.iter().take(10).cloned().collect::<Vec<_>>().join("\n")
    );
    println!("{fields} fields with how, why and rules");
}

#[test]
fn a_municipality_that_is_more_than_one_opens_the_list() {
    let mut s = Seat::at(|_| Route::PersonData(Subject::New(String::new())));
    for (label, name) in [("Luogo di nascita", "birth_place"), ("Comune", "residence_place")] {
        s.at.go_to(label).press("Ctrl+U").text("samone").press("Tab");
        s.at.sees("Samone (TN)").sees("Samone (TO)").says("[?]", "sceglierne");
        s.at.text(" to").press("Enter").sees("Samone (TO)");
        assert!(raw(&s, name).is_some_and(|code| code.len() == 4), "{label}");
    }
}

#[test]
fn one_wrong_municipality_is_one_obstacle_and_goes_when_mended() {
    let mut s = Seat::at(|_| Route::PersonData(Subject::New(String::new())));
    s.at.go_to("Comune").text("xyzxyz").press("Tab").says("[X]", "Non è nell'elenco");
    s.at.sees("Controlli: 1 bloccante,");
    s.at.press("Shift+Tab").focus_is("Comune").press("Ctrl+U").text("bergamo").press("Tab").says_nothing();
    s.at.sees("Controlli: 0 bloccanti,");
    s.at.press("F2").says("[X]", "Codice fiscale").text("RSSMRA85T50D969X").focus_is("Cognome");
    assert!(s.at.shell.notice().is_none_or(|n| !n.text.contains("Manca")), "{:?}", s.at.shell.notice());
}

#[test]
fn the_record_before_gives_its_fields() {
    let mut s = Seat::at(|_| Route::PersonData(Subject::New("rossi maria".into())));
    s.at.text(&person("Rossi", "Maria").fiscal_code).press("F8").go_to("Residenza").text("via d'Esempio 1");
    s.at.press("Tab").text("bergamo").press("Tab").text("24100").press("F8").text("333 0000000").press("F2");
    s.at.is_on("PE02");
    s.at.open_route(&Route::PersonData(Subject::New("rossi anna".into()))).press("c").is_on("PE03");
    s.at.go_to("Residenza").press("Ctrl+D Tab").go_to("Comune").press("Ctrl+D");
    assert_eq!(raw(&s, "residence_address").as_deref(), Some("via d'Esempio 1"));
    assert_eq!(raw(&s, "residence_place").as_deref(), Some("A794"));
    s.at.press("Ctrl+Z");
    assert_eq!(raw(&s, "residence_place").as_deref(), Some(""), "one step back");
    s.at.go_to("E-mail").press("Ctrl+D").says("[i]", "Nessun record precedente");
}

#[test]
fn an_existing_pact_waits_for_a_section() {
    let mut s = Seat::at(|desk| Route::Psp(with_pact(desk)));
    assert_eq!(focus(&s), None, "{}", s.at.screen());
    s.at.press("5").sees("5 CHI LA SEGUE");
    assert_eq!(focus(&s), None);
    s.at.press("4 Enter").focus_is("Obiettivo").text("5").sees("[5");
}

#[test]
fn an_interview_without_sectors_warns_once() {
    let mut s = Seat::at(|desk| Route::Assessment(declared(desk)));
    s.at.press("2 F2 2 2 F2").focus_is("Giudizio *").text("Esperienza solida.");
    s.at.go_to("Perché questo percorso").text("Basta poco.");
    s.at.press("F2").says("[!]", "R-PSP-20").focus_is("Settori").press("F2").says("[ok]", "registrato");
}

#[test]
fn long_lists_are_found_with_slips_and_initials() {
    let mut s = Seat::at(|_| Route::PersonData(Subject::New(String::new())));
    for (label, typed, found) in [
        ("Comune", "beragmo", "Bergamo (BG)"),
        ("Comune", "reggio nele", "Reggio nell'Emilia"),
        ("Comune", "forli", "Forlì (FC)"),
        ("Cittadinanza", "albnaia", "Albania"),
        ("Cittadinanza", "romnia", "Romania"),
    ] {
        s.at.go_to(label).press("Ctrl+U F4").text(typed);
        let screen = s.at.screen();
        let first = screen.lines().position(|line| line.contains("Cerca:")).unwrap() + 1;
        let row = screen.lines().nth(first).unwrap().to_uppercase();
        assert!(row.contains(&found.to_uppercase()), "{typed}:\n{screen}");
        s.at.press("Esc");
    }
}
