//! Blocks to strips: everything but tables.

use super::field::label_column;
use super::figure::Beside;
use super::line::{Line, lines_in};
use super::{Look, RepeatedHead, Strip, Tree, artefact, ink};
use crate::documents::block::{Block, Content, Marker, Text, Tone};
use crate::documents::face::Weight;
use crate::documents::page::{Drawn, Ink, Kind, Node, Piece, Shape, Tag};
use crate::documents::picture::Picture;
use crate::domain::language::Language;
use crate::fault::Result;

/// A document cut into strips.
pub(super) struct Cut {
    pub strips: Vec<Strip>,
    /// The heads to repeat.
    pub heads: Vec<RepeatedHead>,
    /// The structure tree.
    pub tree: Vec<Node>,
    /// The pictures drawn.
    pub pictures: Vec<Picture>,
}

/// Cuts a document into strips.
pub(super) fn strips(content: &Content, look: Look, room: f32) -> Result<Cut> {
    let mut cutter = Cutter::new(look, room);
    cutter.column = label_column(&content.blocks, look);
    for block in &content.blocks {
        cutter.block(block)?;
    }
    cutter.clear();
    if look.lang.from_right() {
        let drawn = cutter.strips.iter_mut().map(|strip| &mut strip.drawn);
        for one in drawn.chain(cutter.heads.iter_mut().map(|head| &mut head.drawn)).flatten() {
            one.shape = one.shape.clone().turned(look.width);
        }
    }
    Ok(Cut { strips: cutter.strips, heads: cutter.heads, tree: cutter.tree.nodes, pictures: cutter.pictures })
}

/// Cuts blocks into strips.
pub(super) struct Cutter {
    pub look: Look,
    /// Height of a page for text.
    pub room: f32,
    pub strips: Vec<Strip>,
    pub heads: Vec<RepeatedHead>,
    pub pictures: Vec<Picture>,
    /// Width of the column of labels.
    pub column: f32,
    /// The picture at the right that the next paragraphs stand beside.
    pub beside: Option<Beside>,
    pub tree: Tree,
    pub root: usize,
    /// Number of the block being cut, for the pieces.
    pub blocks: usize,
    /// The heading we are under: where a character that cannot be printed is.
    pub place: String,
    /// The last words in a language of their own: what they stand in, the
    /// language, their node.
    span: Option<(usize, Language, usize)>,
}

/// Air between fields and the paragraphs before and after them, of the size
/// of the text: less, and a field is read as a line of the paragraph.
pub(super) const AFTER_OTHERS: f32 = 0.65;
/// What stands above a paragraph or a field.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Above {
    /// Label and value.
    Field,
    /// A paragraph or a point of a list.
    Words,
    /// Headings, tables, rules: they bring their own air.
    Other,
}

/// How one text is set.
pub(super) struct Setting {
    pub size: f32,
    pub ink: Ink,
    /// Left edge and width.
    pub x: f32,
    pub width: f32,
    /// Air above the first line.
    pub before: f32,
    pub kind: Kind,
    pub lead: String,
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
            pictures: vec![],
            column: 0.0,
            beside: None,
            tree,
            root,
            blocks: 0,
            place: "intestazione".into(),
            span: None,
        }
    }

    pub(super) fn block(&mut self, block: &Block) -> Result<()> {
        self.blocks += 1;
        if !matches!(block, Block::Para { .. } | Block::Together(_)) {
            self.clear();
        }
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
            Block::Figure { picture, alt } => {
                self.figure(picture, alt);
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
        let before = self.look.above;
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

    pub(super) fn para(&mut self, text: &Text, tone: Tone) -> Result<()> {
        let leaf = self.tree.add(Tag::P, Some(self.root));
        let size = if tone == Tone::Office { self.look.size * 1.28 } else { self.look.size };
        let before = match self.above() {
            None => 0.0,
            Some(Above::Field) => AFTER_OTHERS,
            Some(_) => 0.32,
        } * self.look.size;
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
            let marker = Text::strong(format!("{mark} "));
            let mut set = lines_in(look.lang, &marker, look.size, look.width, &self.place)?;
            let line = set.swap_remove(0);
            let drawn = self.shapes(
                &line,
                label,
                look.size * 0.25,
                baseline(&look, look.size, 0),
                look.size,
                Ink::Accent,
            );
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

    /// What was last cut.
    pub(super) fn above(&self) -> Option<Above> {
        Some(match &self.strips.last()?.piece {
            Some(Piece::Words { kind: Kind::Field, .. }) => Above::Field,
            Some(Piece::Words { kind: Kind::Para(_) | Kind::Point, .. }) => Above::Words,
            _ => Above::Other,
        })
    }

    pub(super) fn setting(&self, size: f32, ink: Ink) -> Setting {
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
    pub(super) fn text(&mut self, text: &Text, leaf: usize, setting: Setting, keep_all: bool) -> Result<()> {
        let width = setting.width - self.beside.map_or(0.0, |beside| beside.width);
        let set = lines_in(self.look.lang, text, setting.size, width, &self.place)?;
        let count = set.len();
        let from = self.strips.len();
        for (n, line) in set.into_iter().enumerate() {
            let last = n + 1 == count;
            let down = baseline(&self.look, setting.size, 0);
            let drawn = self.shapes(&line, leaf, setting.x, down, setting.size, setting.ink);
            self.strips.push(Strip {
                before: if n == 0 { setting.before } else { 0.0 },
                height: self.look.line(setting.size),
                keep: keep_all || (!last && (n == 0 || n + 2 == count)),
                head: None,
                drawn,
                piece: Some(Piece::Words {
                    block: self.blocks,
                    kind: setting.kind,
                    lead: if n == 0 { setting.lead.clone() } else { String::new() },
                    text: line.words,
                }),
            });
        }
        self.stood_beside(from);
        Ok(())
    }
}

impl Cutter {
    /// The shapes of one line, each under its leaf: words in a language of
    /// their own have one of theirs.
    pub(super) fn shapes(
        &mut self,
        line: &Line,
        leaf: usize,
        x: f32,
        y: f32,
        size: f32,
        ink: Ink,
    ) -> Vec<Drawn> {
        let mut out = Vec::new();
        for run in &line.runs {
            let leaf = match run.lang {
                None => {
                    self.span = None;
                    leaf
                }
                Some(lang) => match self.span {
                    Some((parent, last, node)) if (parent, last) == (leaf, lang) => node,
                    _ => {
                        let node = self.tree.add_span(lang, leaf);
                        self.span = Some((leaf, lang, node));
                        node
                    }
                },
            };
            let (x, weight, text) = (x + run.x, run.weight, run.text.clone());
            let shape = if run.glyphs.is_empty() {
                Shape::Text { x, y, weight, size, ink, turn: 0.0, text }
            } else {
                Shape::Glyphs { x, y, weight, size, ink, glyphs: run.glyphs.clone(), text }
            };
            out.push(Drawn { leaf: Some(leaf), shape });
        }
        out
    }
}

fn bold(text: &str) -> crate::documents::block::Run {
    crate::documents::block::Run { text: text.to_owned(), weight: Weight::Bold, lang: None }
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
