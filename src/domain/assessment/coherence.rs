//! Answers of the profiling set against each other and against what is known
//! of the person, beyond R-DID-13. The person is there: what only looks odd
//! warns, what cannot be is refused.

use chrono::{Datelike, NaiveDate};

use super::person::Person;
use crate::domain::did::Profiling;
use crate::domain::finding::{Finding, Level, Rule};

use Level::{Block, Show, Warn};

const fn rule(id: &'static str, level: Level, text: &'static str) -> Rule {
    Rule { id, level, reference: "delibera ANPAL 5/2022 all. B: dati verificati prima del colloquio", text }
}

/// A title nobody has at that age.
pub const TOO_YOUNG: Rule = rule(
    "R-ASM-11",
    Warn,
    "A {} anni il titolo di studio indicato è raro: verificare il titolo o la nascita.",
);
/// The last job would have been a child's.
pub const JOB_OF_A_CHILD: Rule =
    rule("R-ASM-11", Warn, "{} mesi dall'ultimo lavoro: sarebbe finito prima dei 15 anni.");
/// So would the search.
pub const SEARCH_OF_A_CHILD: Rule =
    rule("R-ASM-11", Warn, "{} mesi di ricerca: sarebbe cominciata prima dei 15 anni.");
/// Born abroad, in Italy since birth.
pub const BORN_ABROAD: Rule =
    rule("R-ASM-11", Warn, "È nata/o all'estero e risulta in Italia dalla nascita: verificare.");
/// Not the citizenship of the record.
pub const OTHER_CITIZENSHIP: Rule =
    rule("R-ASM-11", Warn, "La cittadinanza è diversa da quella in anagrafica: correggere dove è sbagliata.");
/// The record knows of a job.
pub const JOB_ON_RECORD: Rule =
    rule("R-ASM-11", Warn, "In anagrafica c'è un ultimo lavoro, e qui risulta che non ha mai lavorato.");
/// An insurance against unemployment without a job.
pub const INSURED_WITHOUT_JOB: Rule =
    rule("R-ASM-11", Warn, "Ha {}, che spetta a chi ha perso un lavoro, e risulta che non ha mai lavorato.");
/// Employed a year before, and without a job for longer.
pub const EMPLOYED_THEN: Rule = rule(
    "R-ASM-11",
    Warn,
    "Un anno prima della DID lavorava, ma l'ultimo lavoro sarebbe finito da {} mesi: verificare.",
);
/// Looking for the first job, who had one before.
pub const FIRST_JOB_THEN: Rule = rule(
    "R-ASM-11",
    Warn,
    "Un anno prima della DID cercava il primo lavoro, ma un lavoro era già finito da {} mesi: verificare.",
);
/// Employed, who never worked.
pub const EMPLOYED_NEVER_WORKED: Rule = rule(
    "R-ASM-12",
    Block,
    "Un anno prima lavorava e non ha mai lavorato: una delle due risposte è sbagliata.",
);
/// A job without a position.
pub const NO_POSITION: Rule =
    rule("R-ASM-12", Block, "Ha lavorato: serve la posizione che aveva, non «nessuna».");
/// A residence elsewhere than in the record.
pub const OTHER_PROVINCE: Rule =
    rule("R-ASM-11", Show, "La provincia è diversa da quella della residenza in anagrafica ({}).");
/// Answers that changed since the DID.
pub const CHANGED_SINCE_DID: Rule = rule("R-ASM-15", Show, "Risposte cambiate dalla DID: {}.");

/// Age before which no job counts.
const FIRST_WORK: u32 = 14;
/// Months in a year, and the one that rounding takes.
const YEAR: u32 = 13;

/// What the set and the person say against each other on a day.
#[must_use]
pub fn check(set: &Profiling, person: Person<'_>, day: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    against_record(set, person, day, &mut found);
    let employed = matches!(set.condition_year_before.as_str(), "dipendente" | "autonomo");
    if employed && set.ever_worked == Some(false) {
        found.push(EMPLOYED_NEVER_WORKED.at("profiling.condition_year_before"));
    }
    if set.ever_worked == Some(true) && set.last_position == "none" {
        found.push(NO_POSITION.at("profiling.last_position"));
    }
    // The year is that before the DID; the months are counted today.
    let since_did = person.did.map_or(0, |did| months(did.date, day));
    let out_of_work = set.months_since_last_job.filter(|_| set.ever_worked == Some(true));
    if let Some(months) = out_of_work.filter(|months| *months > YEAR + since_did) {
        let field = "profiling.condition_year_before";
        if employed {
            found.push(EMPLOYED_THEN.at(field).with(months));
        } else if set.condition_year_before == "primo_lavoro" {
            found.push(FIRST_JOB_THEN.at(field).with(months));
        }
    }
    if let Some(did) = person.did {
        let changed = changed(&did.profiling, set);
        if !did.profiling.is_empty() && !changed.is_empty() {
            found.push(CHANGED_SINCE_DID.found().with(changed.join(", ")));
        }
    }
    found
}

fn against_record(set: &Profiling, person: Person<'_>, day: NaiveDate, found: &mut Vec<Finding>) {
    let who = person.registrant;
    if let Some(age) = who.age_on(day) {
        if person.youngest.is_some_and(|youngest| age < youngest) {
            found.push(TOO_YOUNG.at("profiling.education").with(age));
        }
        let most = age.saturating_sub(FIRST_WORK) * 12;
        let worked = set.months_since_last_job.filter(|_| set.ever_worked == Some(true));
        if let Some(months) = worked.filter(|months| *months > most) {
            found.push(JOB_OF_A_CHILD.at("profiling.months_since_last_job").with(months));
        }
        if let Some(months) = set.months_of_search.filter(|months| *months > most) {
            found.push(SEARCH_OF_A_CHILD.at("profiling.months_of_search").with(months));
        }
    }
    if set.presence_in_italy == "nascita" && who.birth_place.starts_with('Z') {
        found.push(BORN_ABROAD.at("profiling.presence_in_italy"));
    }
    let differs = |here: &str, there: &str| !here.is_empty() && !there.is_empty() && here != there;
    if differs(&set.citizenship, &who.citizenship) {
        found.push(OTHER_CITIZENSHIP.at("profiling.citizenship"));
    }
    if let Some(province) = person.province.filter(|province| differs(&set.province, province)) {
        found.push(OTHER_PROVINCE.at("profiling.province").with(province));
    }
    if set.ever_worked == Some(false) {
        let benefit = person.did.map(|did| did.benefit).filter(|benefit| benefit.is_insurance());
        if who.last_job_end.is_some() {
            found.push(JOB_ON_RECORD.at("profiling.ever_worked"));
        } else if let Some(benefit) = benefit {
            found.push(INSURED_WITHOUT_JOB.at("profiling.ever_worked").with(benefit.label()));
        }
    }
}

/// Whole months from a day to another.
fn months(from: NaiveDate, to: NaiveDate) -> u32 {
    let full = (to.year() - from.year()) * 12 + to.month0().cast_signed() - from.month0().cast_signed();
    u32::try_from(full - i32::from(to.day() < from.day())).unwrap_or(0)
}

/// The questions whose answer changed, in Italian. What time alone changes
/// (months) is left out.
#[must_use]
pub fn changed(before: &Profiling, now: &Profiling) -> Vec<&'static str> {
    let codes = before.codes().into_iter().zip(now.codes());
    let mut changed: Vec<&'static str> =
        codes.filter(|(before, now)| before.1 != now.1).map(|(before, _)| before.2).collect();
    for (differs, question) in [
        (before.ever_worked != now.ever_worked, "ha mai lavorato"),
        (before.household_size != now.household_size, "persone in famiglia"),
        (before.children != now.children, "figli"),
        (before.minor_children != now.minor_children, "figli minori"),
    ] {
        if differs {
            changed.push(question);
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::did::profiling::tests::full;
    use crate::domain::did::{Benefit, Did};
    use crate::domain::registrant::Registrant;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    struct Case {
        set: Profiling,
        who: Registrant,
        did: Did,
        youngest: u32,
    }

    fn says(change: impl FnOnce(&mut Case)) -> Vec<String> {
        let mut case = Case {
            set: full(),
            who: Registrant {
                birth_date: Some(day(1996, 11, 23)),
                birth_place: "D969".into(),
                citizenship: "ITA".into(),
                ..Registrant::default()
            },
            did: Did { date: day(2026, 11, 23), profiling: full(), ..Did::default() },
            youngest: 17,
        };
        change(&mut case);
        case.set = case.set.completed();
        let person = Person {
            registrant: &case.who,
            province: Some("GE"),
            did: Some(&case.did),
            seniority_days: 0,
            level: None,
            youngest: Some(case.youngest),
        };
        let found = check(&case.set, person, day(2026, 11, 23));
        found
            .iter()
            .map(|f| format!("{} {}", f.rule, f.text))
            .filter(|f| !f.starts_with("R-ASM-15"))
            .collect()
    }

    #[test]
    fn each_oddity_at_its_border() {
        let none = Vec::<String>::new();
        assert_eq!(says(|_| {}), none);
        assert_eq!(says(|c| c.youngest = 30), none, "thirty today");
        assert!(says(|c| c.youngest = 31)[0].starts_with("R-ASM-11 A 30 anni"));
        // Thirty years: sixteen of them after the fourteenth birthday.
        assert_eq!(says(|c| c.set.months_of_search = Some(192)), none);
        assert!(says(|c| c.set.months_of_search = Some(193))[0].contains("ricerca"));
        let idle = |months| {
            move |c: &mut Case| {
                c.set.months_since_last_job = Some(months);
                c.set.condition_year_before = "disoccupato".into();
            }
        };
        assert_eq!(says(idle(192)), none);
        assert!(says(idle(193))[0].contains("prima dei 15 anni"));
        assert_eq!(says(|c| c.set.months_since_last_job = Some(13)), none);
        assert!(says(|c| c.set.months_since_last_job = Some(14))[0].contains("lavorava"));
        let later = |c: &mut Case| {
            c.set.months_since_last_job = Some(18);
            c.did.date = day(2026, 6, 23);
        };
        assert_eq!(says(later), none, "five months after the DID");
        let first = |months| {
            move |c: &mut Case| {
                c.set.months_since_last_job = Some(months);
                c.set.condition_year_before = "primo_lavoro".into();
            }
        };
        assert_eq!(says(first(13)), none);
        assert!(says(first(14))[0].contains("primo lavoro"));
    }

    #[test]
    fn the_record_and_the_answers() {
        assert!(says(|c| c.who.birth_place = "Z100".into())[0].contains("all'estero"));
        assert!(says(|c| c.who.citizenship = "ALB".into())[0].contains("cittadinanza"));
        assert!(says(|c| c.set.province = "SV".into())[0].contains("residenza"));
        let never = |c: &mut Case| {
            c.set.ever_worked = Some(false);
            c.set.months_since_last_job = None;
            c.set.last_position.clear();
            c.set.condition_year_before = "studente".into();
        };
        assert_eq!(says(never), Vec::<String>::new());
        let job = |c: &mut Case| {
            never(c);
            c.who.last_job_end = Some(day(2026, 1, 1));
        };
        assert!(says(job)[0].contains("anagrafica"));
        let insured = |c: &mut Case| {
            never(c);
            c.did.benefit = Benefit::Naspi;
        };
        assert!(says(insured)[0].contains("NASpI"));
        let employed = |c: &mut Case| {
            never(c);
            c.set.condition_year_before = "autonomo".into();
        };
        assert!(says(employed)[0].starts_with("R-ASM-12"));
        assert!(says(|c| c.set.last_position = "none".into())[0].starts_with("R-ASM-12"));
    }

    #[test]
    fn what_time_alone_changes_is_no_news() {
        let later = Profiling { months_since_last_job: Some(9), months_of_search: Some(6), ..full() };
        assert_eq!(changed(&full(), &later), Vec::<&str>::new());
        let moved = Profiling { province: "SV".into(), household_size: Some(3), ..full() };
        assert_eq!(changed(&full(), &moved), ["provincia di residenza", "persone in famiglia"]);
    }
}
