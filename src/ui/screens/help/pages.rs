//! The pages of the guide, entry by entry: what is shown and what is searched.

use crate::domain::finding::{Finding, Rule};
use crate::domain::rulebook;
use crate::tables::fold::fold;
use crate::tables::guide;
use crate::tables::rules as rules_table;
use crate::ui::keymap;
use crate::ui::look::{pad, width, wrap};
use crate::ui::missing::Missing;
use crate::ui::screen::{HelpTopic, Offer};
use crate::ui::strings::help as words;
use crate::ui::theme::Role;
use crate::ui::widgets::pager::TextLine;

/// Cells a line of the help takes at most.
const WIDTH: usize = 74;

/// One thing the guide says: a heading and what stands below it.
pub struct Entry {
    lines: Vec<TextLine>,
    /// As one reads it, for the search.
    folded: String,
}

impl Entry {
    fn new(lines: Vec<TextLine>) -> Self {
        let text: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        Self { folded: fold(&text.join(" ")), lines }
    }

    /// A heading over a text that is broken into lines.
    fn about(title: impl Into<String>, text: &str) -> Self {
        let mut lines = vec![TextLine::title(title)];
        lines.extend(wrap(text, WIDTH).into_iter().map(|line| TextLine::text(format!("  {line}"))));
        Self::new(lines)
    }

    /// Does it speak of all these words?
    fn speaks_of(&self, typed: &str) -> bool {
        let typed = fold(typed);
        typed.split_whitespace().all(|word| self.folded.contains(word))
    }
}

/// The entries of a page, from 0.
pub fn page(number: usize, topic: &HelpTopic) -> Vec<Entry> {
    match number {
        0 => field(topic),
        1 => screen(topic),
        2 => keys(topic.missing),
        3 => by_number(rulebook::all(), topic),
        4 => guide::words().iter().map(|entry| Entry::about(&entry.title, &entry.text)).collect(),
        _ => guide::faults().iter().map(|entry| Entry::about(&entry.title, &entry.text)).collect(),
    }
}

/// Entries one below the other.
pub fn lines(entries: Vec<Entry>) -> Vec<TextLine> {
    let mut lines = Vec::new();
    for entry in entries {
        if !lines.is_empty() {
            lines.push(TextLine::text(""));
        }
        lines.extend(entry.lines);
    }
    lines
}

/// What all pages say about some words, under the names of the pages.
pub fn found(typed: &str, topic: &HelpTopic) -> Vec<TextLine> {
    let mut all = Vec::new();
    for (number, name) in words::TABS.iter().enumerate() {
        let entries: Vec<Entry> =
            page(number, topic).into_iter().filter(|entry| entry.speaks_of(typed)).collect();
        if !entries.is_empty() {
            all.push(TextLine { text: words::found_on(number + 1, name, entries.len()), role: Role::Label });
            all.extend(lines(entries));
            all.push(TextLine::text(""));
        }
    }
    if all.is_empty() {
        all.push(TextLine::text(words::NOT_FOUND));
    }
    all
}

fn field(topic: &HelpTopic) -> Vec<Entry> {
    let mut entries = Vec::new();
    if topic.field.is_empty() {
        entries.push(Entry::new(vec![TextLine::text(words::NO_FIELD)]));
    } else {
        let text = words::how_and_why(&topic.how, &topic.text);
        entries.push(Entry::about(format!("{}  ({})", topic.field, topic.screen), &text));
    }
    if !topic.message.is_empty() {
        entries.push(Entry::about(words::MESSAGE, &topic.message));
    }
    entries.extend(case(&topic.findings));
    entries.extend(topic.rules.iter().flat_map(|id| by_number(rulebook::of(id), topic)));
    let mut here = vec![TextLine::title(words::KEYS_HERE)];
    here.extend(key_rows(&topic.offers).into_iter().map(TextLine::text));
    entries.push(Entry::new(here));
    entries
}

/// What the rules say of the case at hand, with its figures.
fn case(findings: &[Finding]) -> Option<Entry> {
    let mut lines = vec![TextLine::title(words::CASE)];
    for finding in findings {
        let (sign, role) = Role::of_level(finding.level);
        for (at, line) in
            wrap(&format!("{}  {}", finding.text, finding.rule), WIDTH - 4).into_iter().enumerate()
        {
            let before = if at == 0 { pad(sign, 3, "") } else { pad("", 3, "") };
            lines.push(TextLine { text: format!("  {before} {line}"), role });
        }
    }
    (!findings.is_empty()).then(|| Entry::new(lines))
}

fn screen(topic: &HelpTopic) -> Vec<Entry> {
    let mut lines = vec![TextLine::title(topic.screen.clone())];
    for offer in topic.offers.iter().filter(|offer| offer.enabled && !offer.barred && !offer.label.is_empty())
    {
        let key = keymap::hint(offer.action);
        let key = if key.is_empty() { words::UNDER_F10.to_owned() } else { key };
        lines.push(TextLine::text(format!("  {} {}", pad(&key, 14, ""), offer.label)));
    }
    let mut entries = vec![Entry::new(lines)];
    // Without a field this is the page that opens: what the line cuts is here.
    if topic.field.is_empty() && !topic.message.is_empty() {
        entries.insert(0, Entry::about(words::MESSAGE, &topic.message));
    }
    entries
}

/// The keys of a screen, as many to a line as fit.
fn key_rows(offers: &[Offer]) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for offer in offers.iter().filter(|offer| offer.enabled && !offer.barred && !offer.label.is_empty()) {
        let key = keymap::hint(offer.action);
        if key.is_empty() {
            continue;
        }
        let cell = format!("{key} {}", offer.label);
        match rows.last_mut() {
            Some(row) if usize::from(width(row) + width(&cell)) + 3 <= WIDTH => {
                row.push_str("   ");
                row.push_str(&cell);
            }
            _ => rows.push(format!("  {cell}")),
        }
    }
    rows
}

/// Every key there is.
fn keys(missing: Missing) -> Vec<Entry> {
    let mut entries = Vec::new();
    if missing != Missing::default() {
        entries.push(Entry::about(words::MISSING, &words::missing(&missing.names())));
    }
    let mut always = vec![TextLine::title(words::ALWAYS)];
    for (action, what) in words::actions() {
        let keys = missing.hints(action);
        let [first, second] = [0, 1].map(|place| keys.get(place).cloned().unwrap_or_default());
        always.push(TextLine::text(format!("  {} {} {what}", pad(&first, 12, ""), pad(&second, 10, ""))));
    }
    entries.push(Entry::new(always));
    for part in words::MORE.split(|line| line.is_empty()) {
        let (title, rest) = part.split_first().map_or(("", part), |(title, rest)| (*title, rest));
        let mut lines = vec![TextLine::title(title)];
        lines.extend(rest.iter().map(|line| TextLine::text(*line)));
        entries.push(Entry::new(lines));
    }
    entries
}

/// Rules of one number and level say all their sentences together.
fn by_number(rules: Vec<&Rule>, topic: &HelpTopic) -> Vec<Entry> {
    rules.chunk_by(|a, b| (a.id, a.level) == (b.id, b.level)).map(|rules| rule(rules, topic)).collect()
}

/// Number, what it does at this office, what it says, where it comes from.
fn rule(sentences: &[&Rule], topic: &HelpTopic) -> Entry {
    let Some(first) = sentences.first() else { return Entry::new(Vec::new()) };
    let here = topic.law.level(first.id, first.level, topic.day);
    let mut lines = vec![TextLine::title(format!("{}  {}", first.id, words::does(here, first.level)))];
    for sentence in sentences {
        // A sentence that ends with a figure ends with it.
        let text = sentence.text.replace("{}", "…").replace("….", "…");
        lines.extend(wrap(&text, WIDTH).into_iter().map(|line| TextLine::text(format!("  {line}"))));
    }
    let row = rules_table::get(first.id);
    if let Some(row) = row {
        let asks = wrap(&format!("{}: {}", words::ASKS, row.text), WIDTH);
        lines.extend(asks.into_iter().map(|line| TextLine::text(format!("  {line}"))));
    }
    let mut label = |text: &str| {
        let text = wrap(text, WIDTH).into_iter();
        lines.extend(text.map(|line| TextLine { text: format!("  {line}"), role: Role::Label }));
    };
    if let Some(row) = row.filter(|row| row.may_change()) {
        label(&words::of_whom(&row.regions, topic.law.region()));
    }
    let sure: Vec<_> = row.iter().flat_map(|row| &row.confidence).map(|sure| sure.label()).collect();
    label(&words::source(first.reference, &sure.join("; "), row.is_some_and(|row| row.open)));
    Entry::new(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_says_what_it_does_at_this_office_and_the_figures_of_the_case() {
        use crate::domain::office::Region;
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let telling = |region| {
            let law = crate::desk::Law::new(crate::tables::catalogue::shipped(region).clone());
            let rule = rulebook::of("R-REM-2")[0];
            let findings = vec![rule.found().with("il collegamento")];
            let topic =
                HelpTopic { rules: vec!["R-REM-2".into()], findings, law, day, ..HelpTopic::default() };
            lines(page(0, &topic)).into_iter().map(|line| line.text).collect::<Vec<_>>().join("\n")
        };
        let liguria = telling(Region::Liguria);
        assert!(liguria.contains("R-REM-2  in questo ufficio non vale"), "{liguria}");
        assert!(
            liguria.contains("il collegamento") && liguria.contains("Profilo di questo ufficio: Liguria")
        );
        assert!(telling(Region::Lombardia).contains("R-REM-2  blocca"));
        assert!(telling(Region::Neutral).contains("R-REM-2  in questo ufficio mostra (di norma blocca)"));
    }

    #[test]
    fn the_search_goes_through_all_pages_without_accents_or_case() {
        let topic = HelpTopic::default();
        let text = |typed: &str| {
            found(typed, &topic).into_iter().map(|line| line.text).collect::<Vec<_>>().join("\n")
        };
        assert!(text("omocodia").contains("5 Parole"));
        assert!(text("r-did-16").contains("4 Regole"));
        assert!(text("DISCO PIENO").contains("6 Errori"));
        assert!(text("anzianita").contains("Anzianità"));
        assert_eq!(text("zzzz"), words::NOT_FOUND);
    }

    #[test]
    fn every_line_fits() {
        for number in 0..words::TABS.len() {
            for line in lines(page(number, &HelpTopic::default())) {
                assert!(width(&line.text) <= 77, "{}", line.text);
            }
        }
    }
}
