//! An operator at a desk, for tests: keys in, screens out, no threads.
//! `desk.open("DI01").type_in("Data DID", "121126").press("F2").says("[X]", "R-DID-3")`.

mod pictures;

use std::collections::VecDeque;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::backend::Backend;
use super::shell::{News, Outward, Shell, Ticket};
use super::worker::{carry_out, drop_void};
use crate::documents::printing::Means;
use crate::ui::effect::{Job, JobDone, Reply};
use crate::ui::keys::{Chord, Input};
use crate::ui::look::Look;
use crate::ui::screen::Offer;
pub use pictures::{as_text, roles};

/// The shell with somebody at its keys. What the shell asks for is carried
/// out in step after each key, by the backend if there is one.
pub struct AtDesk {
    /// The shell.
    pub shell: Shell,
    backend: Option<Box<dyn Backend>>,
    queue: VecDeque<Outward>,
    /// What nobody carried out: jobs, copies, quitting.
    pub left: Vec<Outward>,
    size: (u16, u16),
    look: Look,
    held: bool,
    means: Means,
}

impl AtDesk {
    /// Sits down at a shell, 80x24.
    #[must_use]
    pub fn new(shell: Shell, look: Look) -> Self {
        let mut desk = Self {
            shell,
            backend: None,
            queue: VecDeque::new(),
            left: Vec::new(),
            size: (80, 24),
            look,
            held: false,
            // A test prints on no paper of whoever runs it.
            means: Means { lp: "/nowhere/lp".into(), lpstat: "/nowhere/lpstat".into(), ..Means::default() },
        };
        desk.settle();
        desk
    }

    /// Puts a desk behind the screen.
    #[must_use]
    pub fn with(mut self, backend: Box<dyn Backend>) -> Self {
        self.backend = Some(backend);
        self.queue.extend(std::mem::take(&mut self.left));
        self.settle();
        self
    }

    /// The desk is slow: nothing asked from now on is answered before
    /// [`AtDesk::answer`].
    pub fn hold(&mut self) -> &mut Self {
        self.held = true;
        self
    }

    /// The slow desk answers all it was asked.
    pub fn answer(&mut self) -> &mut Self {
        self.held = false;
        self.settle();
        self
    }

    /// Changes how things are drawn.
    pub fn look(&mut self, look: Look) -> &mut Self {
        self.look = look;
        self.shell.draw_as(look);
        self
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.size = (width, height);
        self.shell.window(width, height);
        self.shell.input(Input::Resize);
        self
    }

    /// Presses keys one after the other: `"Tab Tab F2"`.
    ///
    /// # Panics
    /// When a name is no key.
    pub fn press(&mut self, names: &str) -> &mut Self {
        for name in names.split_whitespace() {
            let input = match Chord::named(name) {
                _ if name == "Space" => Input::Text(" ".to_owned()),
                Some(Chord { key: crate::ui::keys::Key::Char(c), ctrl: false, alt: false, .. }) => {
                    Input::Text(c.to_string())
                }
                Some(chord) => Input::Chord(chord),
                None => unreachable!("no key is called {name}"),
            };
            self.input(input);
        }
        self
    }

    /// One thing from the keyboard.
    pub fn input(&mut self, input: Input) -> &mut Self {
        self.shell.input(input);
        self.settle();
        self
    }

    /// What can be done now, and what is listed to be seen.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        self.shell.offers()
    }

    /// Does what an offer says, as its key does.
    pub fn act(&mut self, offer: &Offer) -> &mut Self {
        self.shell.act(offer.action);
        self.settle();
        self
    }

    /// Types characters one by one.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.shell.input(Input::Text(c.to_string()));
            self.settle();
        }
        self
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.shell.input(Input::Paste(text.to_owned()));
        self.settle();
        self
    }

    /// Goes to a screen by its code, with Ctrl+G.
    pub fn open(&mut self, code: &str) -> &mut Self {
        self.press("Ctrl+G").text(code).press("Enter")
    }

    /// Opens a screen as another screen does.
    pub fn open_route(&mut self, route: &crate::ui::route::Route) -> &mut Self {
        self.shell.show(route);
        self.settle();
        self
    }

    /// Tabs to the field with this label and types.
    ///
    /// # Panics
    /// When no field has this label.
    pub fn type_in(&mut self, label: &str, text: &str) -> &mut Self {
        self.go_to(label).text(text)
    }

    /// Tabs to the field with this label.
    ///
    /// # Panics
    /// When no field has this label.
    pub fn go_to(&mut self, label: &str) -> &mut Self {
        for _ in 0..200 {
            if self.focus() == label {
                return self;
            }
            self.press("Tab");
        }
        unreachable!("no field is called {label}:\n{}", self.screen())
    }

    /// The label of the field with the focus, empty for none.
    #[must_use]
    pub fn focus(&self) -> &'static str {
        let form = self.shell.top().and_then(|screen| screen.form());
        form.and_then(|form| form.focused_spec()).map_or("", |spec| spec.label)
    }

    /// Checks the message line: its sign, and a part of its text or rule.
    ///
    /// # Panics
    /// When it says something else.
    pub fn says(&mut self, sign: &str, part: &str) -> &mut Self {
        let notice = self.shell.notice();
        let said = notice.is_some_and(|notice| {
            notice.sign.mark() == sign
                && (notice.text.contains(part)
                    || notice.rule.as_deref().is_some_and(|rule| rule.contains(part)))
        });
        assert!(said, "expected {sign} {part}, the line says {notice:?}:\n{}", self.screen());
        self
    }

    /// Checks that the message line is empty.
    ///
    /// # Panics
    /// When it says something.
    pub fn says_nothing(&mut self) -> &mut Self {
        assert_eq!(self.shell.notice(), None, "{}", self.screen());
        self
    }

    /// Checks where the focus is.
    ///
    /// # Panics
    /// When it is elsewhere.
    pub fn focus_is(&mut self, label: &str) -> &mut Self {
        assert_eq!(self.focus(), label, "\n{}", self.screen());
        self
    }

    /// Checks that a text is on the screen.
    ///
    /// # Panics
    /// When it is not.
    pub fn sees(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "«{text}» is not on the screen:\n{screen}");
        self
    }

    /// Checks the code of the screen on top.
    ///
    /// # Panics
    /// When it is another.
    pub fn is_on(&mut self, code: &str) -> &mut Self {
        assert_eq!(self.shell.top().map(|screen| screen.code()), Some(code), "\n{}", self.screen());
        self
    }

    /// Lets two seconds pass: what is typed goes into the draft, what rests is
    /// told so.
    pub fn rest(&mut self) -> &mut Self {
        self.shell.save_drafts();
        let rests: Vec<Ticket> = self
            .left
            .iter()
            .filter_map(|request| if let Outward::Rest(ticket) = request { Some(*ticket) } else { None })
            .collect();
        self.left.retain(|request| !matches!(request, Outward::Rest(_)));
        for ticket in rests {
            self.shell.replied(ticket, Reply::Rested);
        }
        self.settle();
        self
    }

    /// Carries out the jobs started so far, in step.
    pub fn jobs(&mut self) -> &mut Self {
        let started: Vec<Outward> = {
            let (jobs, left) = std::mem::take(&mut self.left)
                .into_iter()
                .partition(|request| matches!(request, Outward::Start { .. }));
            self.left = left;
            jobs
        };
        for request in started {
            if let Outward::Start { ticket, job } = request {
                self.job(ticket, job);
                self.settle();
            }
        }
        self
    }

    /// Carries out a job; what is printed is watched to its end.
    fn job(&mut self, ticket: Ticket, job: Job) {
        let mut news = Vec::new();
        let done = super::jobs::run(job, &self.means, &mut |told| news.push(told));
        let printed = match &done {
            Ok(JobDone::Printed(handed)) => Some(handed.clone()),
            _ => None,
        };
        self.shell.replied(ticket, Reply::Job(done));
        if let Some(handed) = printed {
            let ended = super::jobs::watch(&handed, &self.means, &mut |told| news.push(told));
            news.push(News::Ended(ended));
        }
        for told in news {
            self.shell.printing_goes(ticket, told);
        }
    }

    /// Puts printers beside the desk.
    pub fn prints_with(&mut self, means: Means) -> &mut Self {
        self.means = means;
        self
    }

    /// The display as text, a line a row, blanks at the right cut.
    #[must_use]
    pub fn screen(&self) -> String {
        as_text(&self.buffer())
    }

    /// The display as a map of roles, a letter a cell (see [`roles`]).
    #[must_use]
    pub fn roles(&self) -> String {
        roles(&self.buffer(), &self.look)
    }

    /// Text and roles one below the other, for a snapshot.
    #[must_use]
    pub fn picture(&self) -> String {
        format!("{}\n{}", self.screen(), self.roles())
    }

    /// Where the terminal's cursor stands, if it is shown.
    #[must_use]
    pub fn cursor(&self) -> Option<(u16, u16)> {
        self.shown().1
    }

    /// The display, cell by cell.
    #[must_use]
    pub fn buffer(&self) -> Buffer {
        self.draw().backend().buffer().clone()
    }

    /// The display, cell by cell, and where the terminal's cursor stands.
    #[must_use]
    pub fn shown(&self) -> (Buffer, Option<(u16, u16)>) {
        let terminal = self.draw();
        let backend = terminal.backend();
        let at = backend.cursor_position();
        (backend.buffer().clone(), backend.cursor_visible().then_some((at.x, at.y)))
    }

    /// Width and height of the window.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    fn draw(&self) -> Terminal<TestBackend> {
        let Ok(mut terminal) = Terminal::new(TestBackend::new(self.size.0, self.size.1));
        let Ok(_) = terminal.draw(|frame| self.shell.draw(frame));
        terminal
    }

    fn settle(&mut self) {
        loop {
            self.queue.extend(self.shell.take_outward());
            drop_void(&mut self.queue);
            if self.held {
                return;
            }
            let Some(request) = self.queue.pop_front() else { return };
            let beside = matches!(
                request,
                Outward::Start { .. } | Outward::Rest(_) | Outward::Copy(_) | Outward::Quit
            );
            match &mut self.backend {
                Some(backend) if !beside => {
                    if let Some(report) = carry_out(backend.as_mut(), request) {
                        // A broken office cannot come from a backend in step.
                        let _ = report.tell(&mut self.shell);
                    }
                }
                // Without a desk there are no drafts; keys wait to be told.
                None if matches!(request, Outward::FindDraft { .. }) => {
                    if let Outward::FindDraft { ticket, .. } = &request {
                        self.shell.draft_found(*ticket, None);
                    }
                    self.left.push(request);
                }
                _ => self.left.push(request),
            }
        }
    }
}

/// A question, whichever: for tests that only pass it on.
#[cfg(test)]
pub(crate) fn any_query() -> crate::desk::Query {
    crate::desk::Query::Search { text: String::new(), limit: 50 }
}
