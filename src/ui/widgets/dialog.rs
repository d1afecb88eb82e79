//! Questions over the screen: the safe answer first, letters answer alone.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::centred;
use super::line::Line;
use crate::ui::action::Action;
use crate::ui::keys::Text;
use crate::ui::linear::Linear;
use crate::ui::look::{Look, clear, width, wrap};
use crate::ui::strings::{linear as said, shell as words};
use crate::ui::theme::Role;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The thing and the consequence, in Italian.
    pub text: String,
    /// The rule behind it, if any.
    pub rule: Option<String>,
    /// How it is answered.
    pub answers: Answers,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answers {
    /// `[N]o` is safe and first, `[S]ì` does it.
    YesNo,
    /// A line of text that may not be empty: the reason of a warning.
    Line,
    /// One of these letters; the first is what Enter takes.
    Letters(Vec<(char, String)>),
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Do it.
    Yes,
    /// Do not; also Esc.
    No,
    /// This text.
    Text(String),
    /// This letter, in capitals.
    Letter(char),
}

impl Question {
    /// Yes or no; `No` is the safe answer.
    pub fn yes_no(text: impl Into<String>) -> Self {
        Self { text: text.into(), rule: None, answers: Answers::YesNo }
    }

    /// A line of text.
    pub fn line(text: impl Into<String>) -> Self {
        Self { text: text.into(), rule: None, answers: Answers::Line }
    }

    /// One of some letters, the safe one first.
    pub fn letters(text: impl Into<String>, letters: Vec<(char, String)>) -> Self {
        Self { text: text.into(), rule: None, answers: Answers::Letters(letters) }
    }

    /// The rule behind it.
    #[must_use]
    pub fn rule(mut self, rule: impl Into<String>) -> Self {
        self.rule = Some(rule.into());
        self
    }
}

/// A question on the screen.
pub struct Dialog {
    question: Question,
    line: Line,
}

impl Dialog {
    /// Shows a question.
    #[must_use]
    pub fn new(question: Question) -> Self {
        Self { question, line: Line::new(200) }
    }

    /// What it asks.
    #[must_use]
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// Types into it: letters answer, or the line grows. What follows the
    /// letter that answered comes back as the rest, for what is below.
    pub fn text(&mut self, text: &Text) -> Option<(Reply, String)> {
        if self.question.answers == Answers::Line {
            self.line.text(text);
            return None;
        }
        if text.pasted {
            return None;
        }
        for (at, c) in text.chars.char_indices() {
            if let Some(reply) = self.letter(c) {
                return Some((reply, text.chars[at + c.len_utf8()..].to_owned()));
            }
        }
        None
    }

    fn letter(&self, c: char) -> Option<Reply> {
        let c = c.to_uppercase().next()?;
        match &self.question.answers {
            Answers::YesNo => match c {
                'S' => Some(Reply::Yes),
                'N' | 'A' => Some(Reply::No),
                _ => None,
            },
            Answers::Letters(letters) => {
                letters.iter().any(|(letter, _)| *letter == c).then_some(Reply::Letter(c))
            }
            Answers::Line => None,
        }
    }

    /// Does an act; gives the answer when there is one.
    pub fn act(&mut self, action: Action) -> Option<Reply> {
        match (action, &self.question.answers) {
            (Action::Back | Action::Exit, _) => Some(Reply::No),
            (Action::Enter, Answers::YesNo) => Some(Reply::No),
            (Action::Enter, Answers::Letters(letters)) => {
                letters.first().map(|(letter, _)| Reply::Letter(*letter))
            }
            (Action::Enter | Action::Save, Answers::Line) => {
                let text = self.line.value().trim().to_owned();
                (!text.is_empty()).then_some(Reply::Text(text))
            }
            (other, Answers::Line) => {
                self.line.act(other);
                None
            }
            _ => None,
        }
    }

    /// The answers in words, the safe one first.
    fn answers(&self) -> Vec<String> {
        match &self.question.answers {
            Answers::YesNo => words::YES_NO.iter().map(|&word| word.to_owned()).collect(),
            Answers::Line => words::LINE_KEYS.iter().map(|&word| word.to_owned()).collect(),
            Answers::Letters(letters) => {
                letters.iter().map(|(letter, word)| format!("{letter}  {word}")).collect()
            }
        }
    }

    /// Tells question and answers.
    pub fn linear(&self, out: &mut Linear) {
        out.head(&words::question_title(self.question.rule.as_deref()));
        out.say(&self.question.text, Role::Text);
        let typed = self.question.answers == Answers::Line;
        if typed {
            self.line.linear(out, said::ANSWER, true);
        }
        let answers = self.answers();
        out.list(answers.len(), 0, !typed, |place| answers[place].clone());
    }

    /// Draws it in the middle of `body`.
    pub fn draw(&self, frame: &mut Frame, body: Rect, look: &Look) {
        let wide = body.width.min(64);
        let lines = wrap(&self.question.text, usize::from(wide.saturating_sub(6)));
        let answers = self.answers();
        let stacked = matches!(self.question.answers, Answers::Letters(_));
        let typed = self.question.answers == Answers::Line;
        let below = if stacked { answers.len() } else { 1 } + 2 * usize::from(typed);
        let rows = lines.len() + below + 3;
        let area = centred(body, wide, u16::try_from(rows).unwrap_or(u16::MAX));
        let buf = frame.buffer_mut();
        clear(buf, area, look.style(Role::Text));
        let inside = look.frame(buf, area, &words::question_title(self.question.rule.as_deref()));
        let room = Rect { x: inside.x + 2, width: inside.width.saturating_sub(4), ..inside };
        let mut y = room.y;
        for line in &lines {
            look.put(buf, room, room.x, y, line, Role::Text);
            y += 1;
        }
        y += 1;
        if typed {
            let line = Rect { y, height: 1, ..room }.intersection(room);
            self.line.draw(frame, line, true, look);
            y += 2;
        }
        let buf = frame.buffer_mut();
        let mut x = room.x;
        let mut cursor = None;
        for (place, answer) in answers.iter().enumerate() {
            let role = if place == 0 && !typed { Role::Selected } else { Role::Key };
            look.put(buf, room, x, y, &format!(" {answer} "), role);
            if place == 0 && !typed {
                cursor = Some((x + 1, y));
            }
            if stacked {
                y += 1;
            } else {
                x += width(answer) + 4;
            }
        }
        if let Some(cursor) = cursor.filter(|at| room.contains((*at).into())) {
            frame.set_cursor_position(cursor);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enter_and_esc_take_the_safe_answer() {
        let mut dialog = Dialog::new(Question::yes_no("Togliere la misura 2?"));
        assert_eq!(dialog.act(Action::Enter), Some(Reply::No));
        assert_eq!(dialog.act(Action::Back), Some(Reply::No));
        assert_eq!(dialog.act(Action::Down), None);
        assert_eq!(dialog.text(&Text::typed("xsa")), Some((Reply::Yes, "a".to_owned())));
        assert_eq!(dialog.text(&Text::pasted("s")), None, "a paste answers nothing");
    }

    #[test]
    fn a_reason_may_not_be_empty() {
        let mut dialog = Dialog::new(Question::line("Motivo?"));
        assert_eq!(dialog.act(Action::Enter), None);
        dialog.text(&Text::typed("visto l'originale"));
        assert_eq!(dialog.act(Action::Enter), Some(Reply::Text("visto l'originale".to_owned())));
    }

    #[test]
    fn letters_choose() {
        let letters = vec![('A', "presente".to_owned()), ('B', "telefonata".to_owned())];
        let mut dialog = Dialog::new(Question::letters("Motivo dell'apertura", letters));
        assert_eq!(dialog.text(&Text::typed("z")), None);
        assert_eq!(dialog.text(&Text::typed("b")), Some((Reply::Letter('B'), String::new())));
        assert_eq!(dialog.act(Action::Enter), Some(Reply::Letter('A')));
    }
}
