//! Blocks to strips: everything but tables.

use super::line::{Line, lines};
use super::{Look, RepeatedHead, Strip, Tree, artefact, ink};
use crate::documents::block::{Block, Content, Marker, SignatureBox, Text, Tone};
use crate::documents::face::Weight;
use crate::documents::page::{Drawn, Ink, Kind, Node, Piece, Shape, Tag};
use crate::fault::Result;

/// The strips of a document, the heads to repeat, the structure tree.
pub(super) fn strips(
    content: &Content,
    look: Look,
    room: f32,
) -> Result<(Vec<Strip>, Vec<RepeatedHead>, Vec<Node>)> {
    let mut cutter = Cutter::new(look, room);
    for block in &content.blocks {
        cutter.block(block)?;
    }
    Ok((cutter.strips, cutter.heads, cutter.tree.nodes))
}

/// Cuts blocks into strips.
pub(super) struct Cutter {
    pub look: Look,
    /// Height of a page for text.
    pub room: f32,
    pub strips: Vec<Strip>,
    pub heads: Vec<RepeatedHead>,
    pub tree: Tree,
    pub root: usize,
    /// Number of the block being cut, for the pieces.
    pub blocks: usize,
    /// The heading we are under: where a character that cannot be printed is.
    pub place: String,
}

/// How one text is set.
struct Setting {
    size: f32,
    ink: Ink,
    /// Left edge and width.
    x: f32,
    width: f32,
    /// Air above the first line.
    before: f32,
    kind: Kind,
    lead: String,
}

impl Cutter {
    fn new(look: Look, room: f32) -> Self {
        let mut tree = Tree::default();
        let root = tree.add(Tag::Document, None);
        Self {
            look,
            room,
            strips: vec![],
            heads: vec![],
            tree,
            root,
            blocks: 0,
            place: "intestazione".into(),
        }
    }

    pub(super) fn block(&mut self, block: &Block) -> Result<()> {
        self.blocks += 1;
        match block {
            Block::Title(title) => self.title(title),
            Block::Section { number, title } => self.section(*number, title),
            Block::Para { text, tone } => self.para(text, *tone),
            Block::Field { label, value } => self.field(label, value),
            Block::List { marker, items } => self.list(*marker, items),
            Block::Table(table) => self.table(table),
            Block::Signatures(boxes) => self.signatures(boxes),
            Block::Rule => {
                self.rule();
                Ok(())
            }
            Block::Together(blocks) => {
                let from = self.strips.len();
                for block in blocks {
                    self.block(block)?;
                }
                let last = self.strips.len().saturating_sub(1);
                for strip in self.strips.get_mut(from..last).unwrap_or_default() {
                    strip.keep = true;
                }
                Ok(())
            }
        }
    }

    fn title(&mut self, title: &str) -> Result<()> {
        let leaf = self.tree.add(Tag::H1, Some(self.root));
        let size = self.look.size * 1.9;
        let text = Text(vec![bold(title)]);
        let before = self.look.size * 1.6;
        self.text(&text, leaf, Setting { before, kind: Kind::Title, ..self.setting(size, Ink::Accent) }, true)
    }

    fn section(&mut self, number: Option<u8>, title: &str) -> Result<()> {
        self.place = match number {
            Some(number) => format!("sezione {number}, {}", title.to_lowercase()),
            None => title.to_owned(),
        };
        let leaf = self.tree.add(Tag::H2, Some(self.root));
        let size = self.look.size * 1.28;
        let words = number.map_or_else(|| title.to_owned(), |number| format!("{number}. {title}"));
        let text = Text(vec![bold(&words)]);
        let before = self.look.size * 1.45;
        let setting =
            Setting { before, kind: Kind::Section(number.unwrap_or(0)), ..self.setting(size, Ink::Accent) };
        self.text(&text, leaf, setting, true)?;
        // A hairline under the heading guides the eye down the page.
        if let Some(strip) = self.strips.last_mut() {
            let shape =
                Shape::Fill { x: 0.0, y: strip.height + 1.0, w: self.look.width, h: 0.6, ink: Ink::Rule };
            strip.drawn.push(artefact(shape));
            strip.height += self.look.size * 0.35;
        }
        Ok(())
    }

    fn para(&mut self, text: &Text, tone: Tone) -> Result<()> {
        let leaf = self.tree.add(Tag::P, Some(self.root));
        let size = if tone == Tone::Office { self.look.size * 1.28 } else { self.look.size };
        let before = if self.strips.is_empty() { 0.0 } else { self.look.size * 0.32 };
        let setting = Setting { before, kind: Kind::Para(tone), ..self.setting(size, ink(tone)) };
        self.text(text, leaf, setting, false)?;
        // Words that announce a list stay with it.
        if text.words().ends_with(':')
            && let Some(last) = self.strips.last_mut()
        {
            last.keep = true;
        }
        Ok(())
    }

    fn field(&mut self, label: &str, value: &Text) -> Result<()> {
        let look = self.look;
        let leaf = self.tree.add(Tag::P, Some(self.root));
        let column = (look.size * 13.0).min(look.width * 0.36);
        let name = lines(&Text::plain(format!("{label}: ")), look.size, column - look.size, &self.place)?;
        let place = std::mem::take(&mut self.place);
        self.place = format!("{place}, voce «{label}»");
        let from = self.strips.len();
        let setting = Setting {
            x: column,
            width: look.width - column,
            before: look.size * 0.22,
            kind: Kind::Field,
            lead: label.to_owned(),
            ..self.setting(look.size, Ink::Black)
        };
        let set = self.text(value, leaf, setting, false);
        self.place = place;
        set?;
        // The label may be taller than its value.
        let first = &mut self.strips[from];
        let mut drawn = Vec::new();
        for (n, line) in name.iter().enumerate() {
            drawn.extend(shapes(line, leaf, 0.0, baseline(&look, look.size, n), look.size, Ink::Soft));
        }
        drawn.append(&mut first.drawn);
        first.drawn = drawn;
        let spare = name.len().saturating_sub(self.strips.len() - from) as f32 * look.leading;
        if let Some(last) = self.strips.last_mut() {
            last.height += spare;
        }
        if name.len() > 1 {
            let last = (from + name.len() - 1).min(self.strips.len() - 1);
            for strip in &mut self.strips[from..last] {
                strip.keep = true;
            }
        }
        Ok(())
    }

    fn list(&mut self, marker: Marker, items: &[Text]) -> Result<()> {
        let look = self.look;
        let list = self.tree.add(Tag::L { letters: marker == Marker::Letter }, Some(self.root));
        let indent = look.size * if marker == Marker::Letter { 1.9 } else { 1.3 };
        for (n, item) in items.iter().enumerate() {
            self.blocks += 1;
            let li = self.tree.add(Tag::Li, Some(list));
            let label = self.tree.add(Tag::Lbl, Some(li));
            let body = self.tree.add(Tag::LBody, Some(li));
            let mark = match marker {
                Marker::Bullet => "•".to_owned(),
                Marker::Letter => format!("{})", letter(n)),
            };
            let from = self.strips.len();
            let setting = Setting {
                x: indent,
                width: look.width - indent,
                before: look.size * 0.22,
                kind: Kind::Point,
                lead: mark.clone(),
                ..self.setting(look.size, Ink::Black)
            };
            self.text(item, body, setting, false)?;
            let line = Line { runs: vec![(0.0, Weight::Strong, format!("{mark} "))], words: mark };
            let drawn =
                shapes(&line, label, look.size * 0.25, baseline(&look, look.size, 0), look.size, Ink::Accent);
            self.strips[from].drawn.splice(0..0, drawn);
            self.keep_from(from, n, items.len());
        }
        Ok(())
    }

    /// Neither the first nor the last of `count` points or rows stands alone on
    /// a page. Point `n` has just been cut, from strip `from` on.
    pub(super) fn keep_from(&mut self, from: usize, n: usize, count: usize) {
        if count > 1
            && (n == 0 || n + 2 == count)
            && self.strips.len() > from
            && let Some(last) = self.strips.last_mut()
        {
            last.keep = true;
        }
    }

    fn rule(&mut self) {
        let shape = Shape::Fill { x: 0.0, y: 0.0, w: self.look.width, h: 1.4, ink: Ink::Accent };
        self.strips.push(Strip {
            before: self.look.size * 0.6,
            height: 1.4,
            keep: false,
            head: None,
            drawn: vec![artefact(shape)],
            piece: Some(Piece::Rule),
        });
    }

    /// Boxes side by side in one strip: nothing parts them.
    fn signatures(&mut self, boxes: &[SignatureBox]) -> Result<()> {
        let look = self.look;
        let gap = look.size * 1.4;
        let count = boxes.len().max(1) as f32;
        let width = (look.width - gap * (count - 1.0)) / count;
        let pad = look.size * 0.8;
        let (mut drawn, mut pieces, mut tallest) = (Vec::new(), Vec::new(), 0.0_f32);
        for (n, signature) in boxes.iter().enumerate() {
            let left = (width + gap) * n as f32;
            let mut y = pad * 0.7;
            let mut words = Vec::new();
            let texts =
                [(Text::strong(&signature.role), Ink::Accent), (Text::plain(&signature.name), Ink::Black)];
            for (text, ink) in texts {
                y = self.boxed(&text, ink, (left + pad, width - 2.0 * pad), y, &mut drawn)?;
                words.push(text.words());
            }
            if signature.line {
                // Room for a hand, not for a ruler.
                y += look.size * 3.6;
                let shape = Shape::Fill { x: left + pad, y, w: width - 2.0 * pad, h: 0.8, ink: Ink::Black };
                drawn.push(artefact(shape));
                y += look.size * 0.2;
                words.push("_".repeat(22));
            }
            if !signature.note.is_empty() {
                let text = Text::plain(&signature.note);
                y = self.boxed(&text, Ink::Soft, (left + pad, width - 2.0 * pad), y, &mut drawn)?;
                words.push(text.words());
            }
            tallest = tallest.max(y + pad * 0.8);
            pieces.push(words);
        }
        let frame = |x: f32, y: f32, w: f32, h: f32| artefact(Shape::Fill { x, y, w, h, ink: Ink::Rule });
        for n in 0..boxes.len() {
            let left = (width + gap) * n as f32;
            drawn.extend([
                frame(left, 0.0, width, 0.8),
                frame(left, tallest - 0.8, width, 0.8),
                frame(left, 0.0, 0.8, tallest),
                frame(left + width - 0.8, 0.0, 0.8, tallest),
            ]);
        }
        self.strips.push(Strip {
            before: look.size * 0.9,
            height: tallest,
            keep: false,
            head: None,
            drawn,
            piece: Some(Piece::Boxes(pieces)),
        });
        Ok(())
    }

    /// One paragraph in a box, from `y` down; gives where it ends.
    fn boxed(
        &mut self,
        text: &Text,
        ink: Ink,
        (x, width): (f32, f32),
        y: f32,
        drawn: &mut Vec<Drawn>,
    ) -> Result<f32> {
        let look = self.look;
        let leaf = self.tree.add(Tag::P, Some(self.root));
        let set = lines(text, look.size, width, &self.place)?;
        for (n, line) in set.iter().enumerate() {
            drawn.extend(shapes(line, leaf, x, y + baseline(&look, look.size, n), look.size, ink));
        }
        Ok(y + look.leading * set.len() as f32)
    }

    fn setting(&self, size: f32, ink: Ink) -> Setting {
        Setting {
            size,
            ink,
            x: 0.0,
            width: self.look.width,
            before: 0.0,
            kind: Kind::Para(Tone::Body),
            lead: String::new(),
        }
    }

    /// Sets a text, a strip a line. No page begins with the last line of a
    /// text or ends with its first.
    fn text(&mut self, text: &Text, leaf: usize, setting: Setting, keep_all: bool) -> Result<()> {
        let set = lines(text, setting.size, setting.width, &self.place)?;
        let count = set.len();
        for (n, line) in set.into_iter().enumerate() {
            let last = n + 1 == count;
            self.strips.push(Strip {
                before: if n == 0 { setting.before } else { 0.0 },
                height: self.look.line(setting.size),
                keep: keep_all || (!last && (n == 0 || n + 2 == count)),
                head: None,
                drawn: shapes(
                    &line,
                    leaf,
                    setting.x,
                    baseline(&self.look, setting.size, 0),
                    setting.size,
                    setting.ink,
                ),
                piece: Some(Piece::Words {
                    block: self.blocks,
                    kind: setting.kind,
                    lead: if n == 0 { setting.lead.clone() } else { String::new() },
                    text: line.words,
                }),
            });
        }
        Ok(())
    }
}

fn bold(text: &str) -> crate::documents::block::Run {
    crate::documents::block::Run { text: text.to_owned(), weight: Weight::Bold }
}

/// a, b, … z, aa, ab: lists longer than the alphabet exist only in tests.
fn letter(n: usize) -> String {
    let last = char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
    if n < 26 { last.to_string() } else { format!("{}{last}", letter(n / 26 - 1)) }
}

/// Baseline of line `n` of a text set from the top of a strip.
pub(super) fn baseline(look: &Look, size: f32, n: usize) -> f32 {
    look.line(size) * n as f32 + size * 1.02
}

/// The shapes of one line.
pub(super) fn shapes(line: &Line, leaf: usize, x: f32, y: f32, size: f32, ink: Ink) -> Vec<Drawn> {
    line.runs
        .iter()
        .map(|(dx, weight, text)| Drawn {
            leaf: Some(leaf),
            shape: Shape::Text { x: x + dx, y, weight: *weight, size, ink, turn: 0.0, text: text.clone() },
        })
        .collect()
}
