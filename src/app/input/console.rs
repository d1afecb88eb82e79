//! Reads the Windows console.

use std::time::Duration;

use crossterm::event::{self, Event};
use tokio::sync::mpsc::UnboundedSender;

use super::burst;
use super::keyboard::Keyboard;
use crate::fault::{Fault, Result};
use crate::ui::keys::Input;

/// Starts reading; ends when nobody listens or the console is gone.
///
/// # Errors
/// When the system gives no thread.
pub fn start(inputs: UnboundedSender<Input>) -> Result<()> {
    let read = move || {
        let mut keyboard = Keyboard::default();
        let mut first = true;
        while let Ok(events) = ready_events() {
            let read: Vec<Input> =
                events.into_iter().filter_map(|event| translate(&mut keyboard, event)).collect();
            // The console has no brackets around a paste: it comes as keys.
            let may_be_paste = !first;
            first &= read.is_empty();
            for input in burst::gather(read, may_be_paste) {
                if inputs.send(input).is_err() {
                    return;
                }
            }
        }
    };
    std::thread::Builder::new().name("input".to_owned()).spawn(read).map_err(Fault::internal)?;
    Ok(())
}

/// Waits for one event, then takes all that are ready with it.
fn ready_events() -> std::io::Result<Vec<Event>> {
    let mut events = vec![event::read()?];
    while events.len() < 4096 && event::poll(Duration::ZERO)? {
        events.push(event::read()?);
    }
    Ok(events)
}

fn translate(keyboard: &mut Keyboard, event: Event) -> Option<Input> {
    match event {
        Event::Key(key) => keyboard.translate(key),
        Event::Paste(text) => Some(Input::Paste(text.replace("\r\n", "\n").replace('\r', "\n"))),
        Event::Resize(..) => Some(Input::Resize),
        Event::FocusGained => Some(Input::Focus),
        Event::FocusLost | Event::Mouse(_) => None,
    }
}
