//! The figures of the law as the sentences of a pact say them.

use crate::documents::kinds::{Writer, terms};
use crate::domain::paper::FiguresPaper;

/// What each occurrence costs.
const QUARTER: &str = "perde un quarto di mese di indennità";
const MONTH: &str = "perde un mese di indennità";
const LOSS: &str = "perde l'indennità e lo stato di disoccupazione";
/// After everything is lost.
const NOTHING: &str = "—";

/// Fills the fields of the figures.
pub(super) fn fill(writer: &mut Writer, of: &FiguresPaper) {
    writer.put("call_hours_least", &of.call_hours_least.to_string());
    writer.put("call_hours_most", &of.call_hours_most.to_string());
    terms(writer, of);
    writer.put(
        "refusal_by",
        &match of.refusal_days {
            0 => "il giorno stesso".to_owned(),
            1 => "entro un giorno lavorativo".to_owned(),
            days => format!("entro {days} giorni lavorativi"),
        },
    );
    // Without a wait, or without agencies, nothing is said of them.
    let counted = |count: u32, one: &str, more: &str| match count {
        0 => String::new(),
        1 => one.to_owned(),
        count => format!("{} {more}", in_words(count)),
    };
    writer.put("wait_months", &counted(of.wait_months, "un mese", "mesi"));
    writer.put("agencies", &counted(of.agencies, "un'agenzia per il lavoro", "agenzie per il lavoro"));
    let days = |days: u32| if days == 1 { "giorno".to_owned() } else { format!("{days} giorni") };
    writer.put("confirm_every", &days(of.confirm_days));
    writer.put("appeal_by", &if of.appeal_days == 1 { "un giorno".to_owned() } else { days(of.appeal_days) });

    let times = of.loss_at_a_b.max(of.loss_at_c).max(of.loss_at_d).max(1);
    let named: Vec<String> = (1..=times).map(|time| format!("{time}ª volta")).collect();
    let fields = writer.fields();
    fields.list("sanction_times", &named);
    for (name, first, lost_at) in [
        ("sanction_a_b", QUARTER, of.loss_at_a_b),
        ("sanction_c", MONTH, of.loss_at_c),
        ("sanction_d", MONTH, of.loss_at_d),
    ] {
        fields.list(name, &effects(first, lost_at, times));
    }
}

/// What each occurrence of a letter of art. 21 c.7 costs, as the table of the
/// cases says it (R-SAN-1).
fn effects(first: &str, lost_at: u32, times: u32) -> Vec<String> {
    let effect = |time: u32| match time {
        _ if time == lost_at => LOSS,
        _ if time > lost_at => NOTHING,
        1 => first,
        _ => MONTH,
    };
    (1..=times).map(|time| effect(time).to_owned()).collect()
}

/// A count as a sentence says it.
fn in_words(count: u32) -> String {
    let words = ["due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"];
    let word = usize::try_from(count).ok().and_then(|count| words.get(count.checked_sub(2)?));
    word.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::template::{Fields, write};
    use crate::domain::paper::stationery::Stationery;

    fn filled(of: &FiguresPaper) -> Fields {
        let mut writer = Writer::on(&Stationery::default());
        fill(&mut writer, of);
        writer.done().fields
    }

    fn said(of: FiguresPaper, source: &str) -> String {
        format!("{:?}", write(source, &filled(&of)).unwrap().blocks)
    }

    #[test]
    fn other_figures_are_other_words() {
        let of = FiguresPaper {
            absence_days: 5,
            impediment_days: 0,
            refusal_days: 1,
            wait_months: 12,
            agencies: 1,
            confirm_days: 60,
            appeal_days: 20,
            ..FiguresPaper::default()
        };
        for (field, words) in [
            ("absence_by", "entro 5 giorni"),
            ("impediment_by", "il giorno in cui finisce"),
            ("refusal_by", "entro un giorno lavorativo"),
            ("wait_months", "12 mesi"),
            ("agencies", "un'agenzia per il lavoro"),
            ("confirm_every", "60 giorni"),
            ("appeal_by", "20 giorni"),
            ("call_hours_most", "72"),
        ] {
            let said = said(of, &format!("a {{{{ {field} }}}} b"));
            assert!(said.contains(&format!("a {words} b")), "{field}: {said}");
        }
    }

    #[test]
    fn the_table_of_the_sanctions_is_as_wide_as_the_last_loss() {
        let effects = |lost_at, times| super::effects(QUARTER, lost_at, times);
        assert_eq!(effects(3, 3), [QUARTER, MONTH, LOSS]);
        assert_eq!(effects(1, 3), [LOSS, NOTHING, NOTHING]);
        assert_eq!(effects(4, 4), [QUARTER, MONTH, MONTH, LOSS]);
        let of = FiguresPaper { loss_at_a_b: 2, loss_at_c: 1, ..FiguresPaper::default() };
        let row = "| A |{% for time in sanction_times %} {{ time }} |{% endfor %}\n\
                   | === |{% for time in sanction_times %} --- |{% endfor %}\n\
                   | b |{% for effect in sanction_a_b %} {{ effect }} |{% endfor %}\n";
        let said = said(of, row);
        assert!(said.contains("2ª volta") && !said.contains("3ª volta"), "{said}");
    }
}
