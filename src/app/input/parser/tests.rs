use super::*;

fn read(bytes: &[u8]) -> Vec<Input> {
    let mut parser = Parser::default();
    let mut inputs = parser.feed(bytes);
    if parser.patience().is_some() {
        inputs.extend(parser.give_up());
    }
    inputs
}

fn text(inputs: &[Input]) -> String {
    inputs
        .iter()
        .map(|input| match input {
            Input::Text(text) => text.clone(),
            Input::Paste(text) => format!("«{text}»"),
            Input::Chord(chord) => format!("<{}>", crate::ui::keymap::spell(*chord)),
            Input::Focus => "<fronte>".to_owned(),
            Input::Resize => "<misura>".to_owned(),
        })
        .collect()
}

/// What each terminal sends for each key, as its documentation and its
/// terminfo entry have it.
const KEYS: &[(&str, &[(&str, &str)])] = &[
    (
        "xterm, GNOME, Konsole, Windows Terminal",
        &[
            ("\x1bOP", "F1"),
            ("\x1bOQ", "F2"),
            ("\x1bOR", "F3"),
            ("\x1bOS", "F4"),
            ("\x1b[15~", "F5"),
            ("\x1b[17~", "F6"),
            ("\x1b[18~", "F7"),
            ("\x1b[19~", "F8"),
            ("\x1b[20~", "F9"),
            ("\x1b[21~", "F10"),
            ("\x1b[23~", "F11"),
            ("\x1b[24~", "F12"),
            ("\x1b[H", "Inizio"),
            ("\x1b[F", "Fine"),
            ("\x1b[A", "Su"),
            ("\x1b[B", "Giù"),
            ("\x1b[C", "Destra"),
            ("\x1b[D", "Sinistra"),
            ("\x1b[1;5C", "Ctrl+Destra"),
            ("\x1b[1;5D", "Ctrl+Sinistra"),
            ("\x1b[1;2A", "Su"),
            ("\x1b[1;5H", "Inizio"),
            ("\x1b[2~", "Ins"),
            ("\x1b[3~", "Canc"),
            ("\x1b[3;5~", "Canc"),
            ("\x1b[5~", "PgSu"),
            ("\x1b[6~", "PgGiù"),
            ("\x1b[Z", "Maiusc+Tab"),
            ("\x7f", "Backspace"),
            ("\r", "Invio"),
            ("\t", "Tab"),
            ("\x1b", "Esc"),
        ],
    ),
    (
        "application mode (tmux, screen, after a program that left it on)",
        &[
            ("\x1bOA", "Su"),
            ("\x1bOB", "Giù"),
            ("\x1bOC", "Destra"),
            ("\x1bOD", "Sinistra"),
            ("\x1bOH", "Inizio"),
            ("\x1bOF", "Fine"),
            ("\x1bOM", "Invio"),
            ("\x1bOI", "Tab"),
        ],
    ),
    (
        "PuTTY, ESC[n~",
        &[
            ("\x1b[11~", "F1"),
            ("\x1b[12~", "F2"),
            ("\x1b[13~", "F3"),
            ("\x1b[14~", "F4"),
            ("\x1b[15~", "F5"),
            ("\x1b[17~", "F6"),
            ("\x1b[21~", "F10"),
            ("\x1b[23~", "F11"),
            ("\x1b[24~", "F12"),
            ("\x1b[1~", "Inizio"),
            ("\x1b[4~", "Fine"),
            ("\x08", "Backspace"),
            ("\x1bOC", "Destra"),
        ],
    ),
    (
        "PuTTY, Xterm R6",
        &[("\x1bOP", "F1"), ("\x1bOQ", "F2"), ("\x1bOR", "F3"), ("\x1bOS", "F4"), ("\x1b[15~", "F5")],
    ),
    (
        "PuTTY, Linux; Linux console",
        &[
            ("\x1b[[A", "F1"),
            ("\x1b[[B", "F2"),
            ("\x1b[[C", "F3"),
            ("\x1b[[D", "F4"),
            ("\x1b[[E", "F5"),
            ("\x1b[17~", "F6"),
            ("\x1b[24~", "F12"),
            ("\x1b[1~", "Inizio"),
            ("\x1b[4~", "Fine"),
            ("\x7f", "Backspace"),
        ],
    ),
    (
        "PuTTY, VT100+",
        &[
            ("\x1bOP", "F1"),
            ("\x1bOS", "F4"),
            ("\x1bOT", "F5"),
            ("\x1bOU", "F6"),
            ("\x1bOV", "F7"),
            ("\x1bOW", "F8"),
            ("\x1bOX", "F9"),
            ("\x1bOY", "F10"),
            ("\x1bOZ", "F11"),
            ("\x1bO[", "F12"),
        ],
    ),
    (
        "tmux and screen (TERM=tmux, screen)",
        &[
            ("\x1bOP", "F1"),
            ("\x1bOS", "F4"),
            ("\x1b[15~", "F5"),
            ("\x1b[24~", "F12"),
            ("\x1b[1~", "Inizio"),
            ("\x1b[4~", "Fine"),
            ("\x1b[3~", "Canc"),
            ("\x1b[Z", "Maiusc+Tab"),
            ("\x1b1", "Alt+1"),
        ],
    ),
    (
        "rxvt",
        &[
            ("\x1b[11~", "F1"),
            ("\x1b[7~", "Inizio"),
            ("\x1b[8~", "Fine"),
            ("\x1b[7^", "Inizio"),
            ("\x1bOc", "Ctrl+Destra"),
            ("\x1bOd", "Ctrl+Sinistra"),
            ("\x1b[a", "Su"),
            ("\x1b[c", "Destra"),
        ],
    ),
    (
        "modifyOtherKeys, CSI u",
        &[
            ("\x1b[27;5;115~", "Ctrl+S"),
            ("\x1b[115;5u", "Ctrl+S"),
            ("\x1b[49;3u", "Alt+1"),
            ("\x1b[13;2u", "Invio"),
            ("\x1b[P", "F1"),
            ("\x1b[13~", "F3"),
        ],
    ),
];

#[test]
fn keys_of_every_terminal() {
    let mut count = 0;
    for (terminal, keys) in KEYS {
        for (bytes, name) in *keys {
            assert_eq!(text(&read(bytes.as_bytes())), format!("<{name}>"), "{terminal}: {bytes:?}");
            // The same key cut in two by the line, and at once after a text.
            for cut in 1..bytes.len() {
                let mut parser = Parser::default();
                let mut inputs = parser.feed(&bytes.as_bytes()[..cut]);
                inputs.extend(parser.feed(&bytes.as_bytes()[cut..]));
                inputs.extend(parser.give_up());
                assert_eq!(text(&inputs), format!("<{name}>"), "{terminal}: {bytes:?} cut at {cut}");
            }
            let together = format!("è{bytes}");
            assert_eq!(text(&read(together.as_bytes())), format!("è<{name}>"), "{terminal}: {together:?}");
        }
        count += keys.len();
        println!("{:4} keys: {terminal}", keys.len());
    }
    println!("{count} keys of {} terminals", KEYS.len());
    for digit in 1..=9 {
        assert_eq!(text(&read(format!("\x1b{digit}").as_bytes())), format!("<Alt+{digit}>"));
    }
}

#[test]
fn what_is_typed_is_text() {
    for typed in ["perché", "È @ € # { } [ ] ~", "Łódź 北京 👍🏽", "0123456789"] {
        assert_eq!(text(&read(typed.as_bytes())), typed);
        let mut parser = Parser::default();
        let slowly: Vec<Input> = typed.bytes().flat_map(|byte| parser.feed(&[byte])).collect();
        assert_eq!(text(&slowly), typed);
    }
    let keypad: Vec<u8> = (b'j'..=b'y').flat_map(|key| [0x1b, b'O', key]).collect();
    assert_eq!(text(&read(&keypad)), "*+,-./0123456789", "the keypad in application mode");
    assert_eq!(text(&read(b"\x1b[64;7u")), "@", "Ctrl+Alt is AltGr");
}

#[test]
fn esc_is_a_key_when_nothing_follows() {
    assert_eq!(text(&read(b"\x1b\x1b\x1b")), "<Esc><Esc><Esc>", "held down");
    assert_eq!(text(&read(b"\x1b\x1b[A")), "<Esc><Su>");
    let mut parser = Parser::default();
    assert_eq!(parser.feed(b"\x1b"), []);
    assert_eq!(parser.patience(), Some(AFTER_ESCAPE));
    assert_eq!(text(&parser.give_up()), "<Esc>");
    assert_eq!(text(&parser.feed(b"a")), "a");
}

#[test]
fn a_paste_is_one_paste() {
    assert_eq!(text(&read(b"\x1b[200~via\r\nRoma\r1\x1b[201~x")), "«via\nRoma\n1»x");
    assert_eq!(text(&read(b"\x1b[200~\x1b[201~")), "");
    assert_eq!(text(&read(b"\x1b[200~a\x1b[31mb\xff\xc3\xa8\x1b[201~")), "«a\x1b[31mbè»");
    assert_eq!(text(&read(b"\x1b[200~senza fine")), "«senza fine»", "its end got lost");
    assert_eq!(text(&read(b"\x1b[201~a")), "a", "its beginning got lost");
    let long = format!("\x1b[200~{}\x1b[201~z", "abc\r".repeat(500_000));
    let inputs = read(long.as_bytes());
    assert!(matches!(&inputs[0], Input::Paste(text) if text.len() == LONGEST_PASTE));
    assert_eq!(text(&inputs[1..]), "z");
}

#[test]
fn the_terminal_says_whether_it_brackets_pastes() {
    let mut parser = Parser::default();
    for no in [&b"\x1b[?2004;0$y"[..], b"\x1b[?2004;4$y", b"\x1b[?2026;1$y", b"\x1b[?1;2c"] {
        assert_eq!((parser.feed(no), parser.brackets()), (vec![], false));
    }
    assert_eq!((parser.feed(b"\x1b[?2004;1$y"), parser.brackets()), (vec![], true));
    let mut parser = Parser::default();
    parser.feed(b"\x1b[200~a\x1b[201~");
    assert!(parser.brackets(), "it did it");
}

/// Answers, reports and broken things: none of it is typed.
const SWALLOWED: &[&[u8]] = &[
    b"\x1b[?62;1;4c",
    b"\x1b[>0;276;0c",
    b"\x1b[24;80R",
    b"\x1b[0;0R",
    b"\x1b[1;2R",
    b"\x1b[?0u",
    b"\x1b[0n",
    b"\x1b[?2026;2$y",
    b"\x1b[8;24;80t",
    b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]10;rgb:0000/0000/0000\x07",
    b"\x1bP>|XTerm(390)\x1b\\",
    b"\x1bP1$r0m\x1b\\",
    b"\x1b_Gi=1;OK\x1b\\",
    b"\x1b[M !!",
    b"\x1b[M\x20\x20\x20",
    b"\x1b[<0;10;5M",
    b"\x1b[<0;0;0m",
    b"\x1b[<64;10;5M",
    b"\x1b[32;10;5M",
    b"\x1b[O",
    b"\x1b[",
    b"\x1b[1",
    b"\x1b[1;",
    b"\x1bO",
    b"\x1b]0;title",
    b"\x1bP",
    b"\x1b[[",
    b"\x1b[[Z",
    b"\x1b[99~",
    b"\x1b[99999999999999999999~",
    b"\x1b[;;;;;;~",
    b"\x1b[3$",
    b"\x1b[E",
    b"\x1bOE",
    b"\xff\xfe\x80\xc0\xc1\xf5",
    b"\xe2\x82",
    b"\xed\xa0\x80",
    b"\xc2\x9b",
    b"\xf0\x9f",
    b"\x00\x1c\x1d\x1e\x1f",
];

#[test]
fn what_is_no_key_is_swallowed_and_the_next_key_is_whole() {
    for bytes in SWALLOWED {
        assert_eq!(text(&read(bytes)), "", "{bytes:?}");
        let mut parser = Parser::default();
        assert_eq!(text(&parser.feed(bytes)), "", "{bytes:?}");
        parser.give_up();
        assert_eq!(text(&parser.feed("è1".as_bytes())), "è1", "after {bytes:?}");
    }
    assert_eq!(text(&read(b"\x1b[12\rb")), "<Invio>b", "a control ends what it breaks");
    assert_eq!(text(&read(b"\xc3a")), "a");
    println!("{} broken or foreign sequences, nothing typed", SWALLOWED.len());
}

#[test]
fn a_focus_report_redraws() {
    assert_eq!(read(b"\x1b[I"), [Input::Focus]);
}

#[test]
fn any_bytes_leave_no_control_character_and_come_to_an_end() {
    use rand::{Rng, SeedableRng};
    let mut dice = rand::rngs::StdRng::seed_from_u64(3);
    let mut bytes = 0;
    for _ in 0..20_000 {
        let noise: Vec<u8> = (0..dice.random_range(1..40))
            .map(|_| match dice.random_range(0..4) {
                0 => 0x1b,
                1 => *b"[]OP?;<M~R20u".get(dice.random_range(0..13)).unwrap(),
                _ => dice.random(),
            })
            .collect();
        bytes += noise.len();
        let mut parser = Parser::default();
        let mut inputs = parser.feed(&noise);
        inputs.extend(parser.give_up());
        assert_eq!(parser.patience(), None, "{noise:?}");
        for input in inputs {
            if let Input::Text(text) = input {
                assert!(!text.chars().any(char::is_control), "{noise:?}");
            }
        }
    }
    println!("{bytes} bytes of noise");
}
