//! What keeps the values of a template apart from its signs: a person whose
//! objective begins with `# ` does not get a title, and every line that comes
//! out knows which line of the template it comes from.

/// Before and after every value; inside it, between signs that would mean
/// something.
const EDGE: char = '\u{E020}';
/// A bar of a value.
const BAR: char = '\u{E021}';
/// An asterisk of a value.
const STAR: char = '\u{E022}';
/// Around words in Italian on a page in another language.
pub const ITALIAN: [char; 2] = ['\u{E030}', '\u{E031}'];
/// Line break of a value.
pub const BREAK: char = '\u{2028}';
/// Around the number of a line.
const LINE: [char; 2] = ['\u{E010}', '\u{E011}'];
/// In the place of what a value may not have: no face prints it.
const NONE: char = '\u{FFFD}';

/// A value on its way into a template.
#[must_use]
pub fn guarded(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 8);
    out.push(EDGE);
    let mut before = ' ';
    for c in value.chars() {
        let put = match c {
            '\r' => continue,
            '\n' => BREAK,
            '|' => BAR,
            '*' => STAR,
            '\u{E000}'..='\u{F8FF}' => NONE,
            other => other,
        };
        if matches!((before, put), (':', ':') | ('/', '/')) {
            out.push(EDGE);
        }
        out.push(put);
        if put == '<' {
            out.push(EDGE);
        }
        before = put;
    }
    out.push(EDGE);
    out
}

/// Text as it is printed: the guards are taken off.
#[must_use]
pub fn freed(text: &str) -> String {
    text.chars()
        .filter(|c| *c != EDGE && !ITALIAN.contains(c))
        .map(|c| match c {
            BAR => '|',
            STAR => '*',
            BREAK => '\n',
            other => other,
        })
        .collect()
}

/// Is there nothing to read in it?
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c == EDGE || c == BREAK || ITALIAN.contains(&c) || c.is_whitespace())
}

/// A value in Italian, on its way into a page in another language.
#[must_use]
pub fn italian(value: &str) -> String {
    format!("{}{}{}", ITALIAN[0], guarded(value), ITALIAN[1])
}

/// A text cut where the words change between the language of the page and
/// Italian: the parts, each with whether it is Italian. A template writes
/// `<it>` and `</it>` around what is Italian besides the values.
#[must_use]
pub fn by_language(text: &str) -> Vec<(String, bool)> {
    let marked = text.replace("<it>", "\u{E030}").replace("</it>", "\u{E031}");
    let mut parts: Vec<(String, bool)> = Vec::new();
    let mut depth = 0_usize;
    for c in marked.chars() {
        match ITALIAN.iter().position(|mark| *mark == c) {
            Some(0) => depth += 1,
            Some(_) => depth = depth.saturating_sub(1),
            None => match parts.last_mut() {
                Some((part, italian)) if *italian == (depth > 0) => part.push(c),
                _ => parts.push((c.to_string(), depth > 0)),
            },
        }
    }
    parts
}

/// What templates share: each sign, alone on its line, stands for these lines.
const PARTS: [(&str, &str); 2] = [
    ("[testata]", include_str!("../../../assets/templates/parts/testata.txt")),
    ("[assenze]", include_str!("../../../assets/templates/parts/assenze.txt")),
];

/// The template with each line numbered that says something and does not
/// begin inside a tag. A part that templates share is put where its sign
/// stands, all its lines with the number of that one.
#[must_use]
pub fn numbered(source: &str) -> String {
    let mut out = String::with_capacity(source.len() + source.len() / 8);
    let mut inside: Option<&str> = None;
    for (at, line) in source.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if at > 0 {
            out.push('\n');
        }
        let part = PARTS.iter().find(|(sign, _)| inside.is_none() && line.trim() == *sign);
        for (n, line) in part.map_or(line, |(_, text)| text).split('\n').enumerate() {
            if n > 0 {
                out.push('\n');
            }
            inside = put_line(&mut out, at, line, inside);
        }
    }
    out
}

fn put_line<'a>(out: &mut String, at: usize, line: &'a str, inside: Option<&'a str>) -> Option<&'a str> {
    if inside.is_none() && !line.trim().is_empty() {
        out.push(LINE[0]);
        out.push_str(&(at + 1).to_string());
        out.push(LINE[1]);
    }
    out.push_str(line);
    left_open(line, inside)
}

/// The end of the tag that is open after a line.
fn left_open<'a>(line: &str, mut inside: Option<&'a str>) -> Option<&'a str> {
    let mut rest = line;
    loop {
        if let Some(end) = inside {
            let Some(at) = rest.find(end) else { return inside };
            rest = &rest[at + end.len()..];
            inside = None;
            continue;
        }
        let opens = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
        let next = opens.iter().filter_map(|(open, end)| Some((rest.find(open)?, *end))).min();
        let (at, end) = next?;
        rest = &rest[at + 2..];
        inside = Some(end);
    }
}

/// One line that came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written<'a> {
    /// The line of the template, from 1; that of the line before where the
    /// template has none of its own.
    pub line: usize,
    /// What it says, still guarded.
    pub text: &'a str,
}

/// The lines that came out: an empty one parts what stands around it, one of
/// which nothing was left has gone.
#[must_use]
pub fn lines(rendered: &str) -> Vec<Written<'_>> {
    let mut line = 1;
    let mut out = Vec::new();
    for text in rendered.split('\n') {
        let (number, text) = unmarked(text);
        line = number.unwrap_or(line);
        if number.is_none() || !is_blank(text) {
            out.push(Written { line, text: text.trim_end() });
        }
    }
    out
}

/// The number of a line, and the line without it. A tag that ends inside a
/// line may leave a second number in it: that goes too.
fn unmarked(text: &str) -> (Option<usize>, &str) {
    let mut number = None;
    let mut rest = text;
    while let Some(after) = rest.trim_start_matches(' ').strip_prefix(LINE[0]) {
        let Some((digits, tail)) = after.split_once(LINE[1]) else { break };
        number = digits.parse().ok();
        rest = tail;
    }
    (number, rest)
}

/// Line and column of the template, from those of its numbered text.
#[must_use]
pub fn place_in(numbered: &str, at: usize) -> (usize, usize) {
    let before = numbered.get(..at).unwrap_or(numbered);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    // Lines have the number of the file; those without one count on from the last that has.
    let last = before.rfind(LINE[0]).map_or("", |mark| &before[mark + LINE[0].len_utf8()..]);
    let (number, after) = last.split_once(LINE[1]).unwrap_or(("1", before));
    let line = number.parse().unwrap_or(1) + after.matches('\n').count();
    let (_, own) = unmarked(&before[start..]);
    (line, own.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_means_nothing_and_comes_out_as_it_was() {
        for value in [
            "# titolo",
            "- punto",
            "a | b",
            "**forte**",
            "x :: y",
            "a // b",
            "a\nb",
            "---",
            "",
            ":::",
            "<it>a</it>",
        ] {
            let inside = guarded(value);
            assert_eq!(freed(&inside), value);
            assert!(!inside.contains(['|', '*', '\n']) && !inside.contains("::") && !inside.contains("//"));
            assert!(!inside.starts_with(['#', '-', '[', '@', '~', '!', 'a']));
            assert!(!inside.contains("<it>"));
        }
        assert_eq!(freed(&guarded("a\r\nb")), "a\nb");
        assert_eq!(freed(&guarded("\u{E010}1\u{E011}")), "\u{FFFD}1\u{FFFD}", "nobody forges a number");
    }

    #[test]
    fn lines_know_where_they_come_from() {
        let source = "uno\n\n{% if x %}\ndue\n{# una nota\ndi due righe #}\n{% endif %}\ntre";
        let text = numbered(source);
        assert_eq!(text.matches(LINE[0]).count(), 6);
        assert!(!text.contains("\u{E010}6"), "begins inside a tag");
        let rendered = text.replace("{% if x %}", "").replace("{% endif %}", "");
        let rendered = rendered.replace("{# una nota\ndi due righe #}", "");
        let out: Vec<_> = lines(&rendered).into_iter().map(|w| (w.line, w.text)).collect();
        assert_eq!(out, [(1, "uno"), (1, ""), (4, "due"), (8, "tre")]);
    }

    #[test]
    fn places_are_those_of_the_file() {
        let text = numbered("uno\nperché {{ chi }}");
        let at = text.find("chi").unwrap();
        assert_eq!(place_in(&text, at), (2, 11));
        let text = numbered("uno\n\n[testata]\n\n{# due\nrighe #} {{ chi }}\n{{ poi }}");
        for (name, place) in [("chi", (6, 13)), ("poi", (7, 4)), ("body_name", (3, 6))] {
            assert_eq!(place_in(&text, text.find(name).unwrap()), place, "{name}");
        }
    }
}
