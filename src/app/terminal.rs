//! The terminal: taken at the start, given back at every end.

use std::io::{Stdout, Write, stdout};
use std::sync::atomic::{AtomicBool, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen,
};
use crossterm::{cursor, execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use super::shell::Shell;
use super::{defect, os};
use crate::fault::{Fault, Result};
use crate::ui::strings::shell as words;

/// Asks the terminal whether it puts brackets around a paste (DECRQM); the
/// answer comes among the keys. One that does not know gets its bursts judged.
const DOES_IT_BRACKET: &str = if cfg!(windows) { "" } else { "\x1b[?2004$p" };

/// A terminal in our hands; given back when dropped.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    /// The next frame is drawn whole.
    whole: bool,
}

impl Screen {
    /// Takes the terminal: raw, alternate screen, bracketed paste. A panic of
    /// this thread from now on gives it back; what there is to say is said by
    /// who catches it, when the screen is off.
    ///
    /// # Errors
    /// When there is no terminal, or one that cannot be drawn on.
    pub fn take() -> Result<Self> {
        if !os::can_draw() {
            return Err(Fault::usage(words::NO_SCREEN).hint(words::NO_SCREEN_HINT));
        }
        let before = std::panic::take_hook();
        let ours = std::thread::current().id();
        std::panic::set_hook(Box::new(move |panic| {
            defect::note(panic);
            if !TAKEN.load(Ordering::SeqCst) {
                before(panic);
            } else if std::thread::current().id() == ours {
                give_back();
            }
        }));
        os::set_raw().map_err(no_terminal)?;
        if let Err(error) = enter() {
            give_back();
            return Err(no_terminal(error));
        }
        let terminal = Terminal::new(CrosstermBackend::new(stdout())).map_err(|error| {
            give_back();
            no_terminal(error)
        })?;
        Ok(Self { terminal, whole: false })
    }

    /// Gives the terminal back, stops, and takes it again when the system
    /// says to go on.
    ///
    /// # Errors
    /// When the terminal is gone meanwhile.
    pub fn pause(&mut self) -> Result<()> {
        give_back();
        os::pause();
        self.retake()
    }

    /// Somebody else had the terminal: takes it as at the start.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn retake(&mut self) -> Result<()> {
        os::set_raw().and_then(|()| enter()).map_err(no_terminal)?;
        self.redraw();
        Ok(())
    }

    /// Draws a frame, shown at once where the terminal can.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, shell: &mut Shell) -> Result<()> {
        queue!(stdout(), BeginSynchronizedUpdate).map_err(no_terminal)?;
        if std::mem::take(&mut self.whole) {
            // Not `clear`: it asks the terminal where the cursor is, and the
            // reader thread would take the answer.
            let size = self.terminal.size().map_err(no_terminal)?;
            self.terminal.resize(size.into()).map_err(no_terminal)?;
        }
        let area = self.terminal.draw(|frame| shell.draw(frame)).map_err(no_terminal)?.area;
        execute!(stdout(), EndSynchronizedUpdate).map_err(no_terminal)?;
        shell.drawn();
        // Keys are for what was seen, not for a size nobody has drawn yet.
        shell.window(area.width, area.height);
        Ok(())
    }

    /// Forgets what is on the glass: the next frame is drawn whole.
    pub fn redraw(&mut self) {
        self.whole = true;
    }

    /// Puts a text on the terminal's clipboard (OSC 52); terminals that do
    /// not know it do nothing.
    pub fn copy(&mut self, text: &str) {
        let _ = write!(stdout(), "\x1b]52;c;{}\x07", STANDARD.encode(text));
        let _ = stdout().flush();
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Is the terminal in our hands?
static TAKEN: AtomicBool = AtomicBool::new(false);

fn enter() -> std::io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    execute!(
        stdout(),
        EnterAlternateScreen,
        EnableBracketedPaste,
        EnableFocusChange,
        Print(DOES_IT_BRACKET),
        // Where there is no alternate screen, what was there would shine
        // through; it also wipes what a terminal prints of the question.
        Clear(ClearType::All),
    )
}

/// Gives the terminal back as it was, once. Failing steps are passed over: on
/// the way out there is nobody to tell, and the other steps still count.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(
            stdout(),
            EndSynchronizedUpdate,
            DisableFocusChange,
            DisableBracketedPaste,
            LeaveAlternateScreen,
            cursor::Show
        );
    }
    let _ = os::set_back();
}

fn no_terminal(error: std::io::Error) -> Fault {
    Fault::outside(words::NO_TERMINAL).cause(error)
}
