//! Names of places as printed, from names in capitals.

/// Words that stay small inside a name.
const SMALL: [&str; 34] = [
    "di", "da", "de", "del", "della", "dello", "dei", "degli", "delle", "dell", "d", "e", "ed", "in", "nel",
    "nella", "nell", "sul", "sulla", "sull", "su", "al", "alla", "allo", "all", "ai", "a", "con", "per",
    "la", "le", "lo", "degl", "presso",
];

/// `REGGIO NELL'EMILIA` becomes `Reggio nell'Emilia`.
pub fn shown(name: &str) -> String {
    let mut shown = String::with_capacity(name.len());
    let mut first = true;
    for word in name.split_inclusive(|c: char| !c.is_alphabetic()) {
        let lower = word.to_lowercase();
        let bare = lower.trim_end_matches(|c: char| !c.is_alphabetic());
        if SMALL.contains(&bare) && !first {
            shown.push_str(&lower);
        } else {
            let mut rest = lower.chars();
            shown.extend(rest.next().into_iter().flat_map(char::to_uppercase));
            shown.push_str(rest.as_str());
        }
        first = first && bare.is_empty();
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn small_words_stay_small_but_not_the_first() {
        for (name, expected) in [
            ("ROMA", "Roma"),
            ("REGGIO NELL'EMILIA", "Reggio nell'Emilia"),
            ("L'AQUILA", "L'Aquila"),
            ("LA SPEZIA", "La Spezia"),
            ("SAN PIETRO IN GU", "San Pietro in Gu"),
            ("STATI UNITI D'AMERICA", "Stati Uniti d'America"),
            ("FORLÌ", "Forlì"),
            ("BOSNIA-ERZEGOVINA", "Bosnia-Erzegovina"),
            ("COSTA D'AVORIO", "Costa d'Avorio"),
            ("CANTÙ", "Cantù"),
            ("ÂVISE", "Âvise"),
        ] {
            assert_eq!(shown(name), expected);
        }
    }
}
