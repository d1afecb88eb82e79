//! The reader thread: terminal events become [`Input`]s once, here.

mod burst;
mod keyboard;

use std::time::Duration;

use crossterm::event::{self, Event};
use tokio::sync::mpsc::UnboundedSender;

use crate::app::os;
use crate::fault::{Fault, Result};
use crate::ui::keys::Input;
use keyboard::Keyboard;

/// Starts reading; ends when nobody listens or the terminal is gone.
///
/// # Errors
/// When the system gives no thread.
pub fn start(inputs: UnboundedSender<Input>) -> Result<()> {
    let read = move || {
        let mut keyboard = Keyboard::default();
        while let Ok(events) = ready_events() {
            let read = events.into_iter().filter_map(|event| translate(&mut keyboard, event)).collect();
            for input in burst::gather(read, os::PASTES_AS_KEYS) {
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
