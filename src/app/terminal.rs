//! The terminal: taken at the start, given back at every end.

use std::io::{Stdout, Write, stdout};

use crossterm::event::{DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange};
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use super::shell::Shell;
use crate::fault::{Fault, Result};

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
    /// this thread from now on gives it back before it is reported; one of
    /// another thread comes to the operator as a fault, and says nothing on
    /// the screen.
    ///
    /// # Errors
    /// When there is no terminal.
    pub fn take() -> Result<Self> {
        let before = std::panic::take_hook();
        let ours = std::thread::current().id();
        std::panic::set_hook(Box::new(move |info| {
            if std::thread::current().id() == ours {
                give_back();
                before(info);
            }
        }));
        enable_raw_mode().map_err(no_terminal)?;
        let taken = execute!(
            stdout(),
            EnterAlternateScreen,
            EnableBracketedPaste,
            EnableFocusChange,
            Print(DOES_IT_BRACKET),
            // Where there is no alternate screen, what was there would shine
            // through; it also wipes what a terminal prints of the question.
            Clear(ClearType::All),
        );
        if let Err(error) = taken {
            give_back();
            return Err(no_terminal(error));
        }
        let terminal = Terminal::new(CrosstermBackend::new(stdout())).map_err(|error| {
            give_back();
            no_terminal(error)
        })?;
        Ok(Self { terminal, whole: false })
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
        self.terminal.draw(|frame| shell.draw(frame)).map_err(no_terminal)?;
        execute!(stdout(), EndSynchronizedUpdate).map_err(no_terminal)?;
        shell.drawn();
        Ok(())
    }

    /// Forgets what is on the glass: the next frame is drawn whole.
    pub fn redraw(&mut self) {
        self.whole = true;
    }

    /// Puts a text on the terminal's clipboard (OSC 52); terminals that do
    /// not know it do nothing.
    pub fn copy(&mut self, text: &str) {
        let _ = write!(stdout(), "\x1b]52;c;{}\x07", base64(text.as_bytes()));
        let _ = stdout().flush();
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back as it was. Failing steps are passed over: on the
/// way out there is nobody to tell, and the other steps still count.
fn give_back() {
    let _ = execute!(
        stdout(),
        EndSynchronizedUpdate,
        DisableFocusChange,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
}

fn no_terminal(error: std::io::Error) -> Fault {
    Fault::outside(crate::ui::strings::shell::NO_TERMINAL).cause(error)
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let mut bits = 0_usize;
        for place in 0..3 {
            bits = bits << 8 | usize::from(group.get(place).copied().unwrap_or(0));
        }
        for place in 0..4 {
            let sign = SIGNS[bits >> (18 - 6 * place) & 63];
            text.push(if place > group.len() { '=' } else { char::from(sign) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn the_clipboard_is_spelled_right() {
        for (plain, coded) in
            [("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj"), ("perché", "cGVyY2jDqQ==")]
        {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
