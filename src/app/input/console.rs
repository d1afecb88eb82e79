//! Reads the Windows console.

use std::time::Duration;

use crossterm::event::{self, Event};
use tokio::sync::mpsc::UnboundedSender;

use super::burst;
use super::keyboard::Keyboard;
use crate::app::defect;
use crate::app::worker::Report;
use crate::fault::{Fault, Result};
use crate::ui::keys::Input;

/// Starts reading; ends when nobody listens or the console is gone.
///
/// # Errors
/// When the system gives no thread.
pub fn start(inputs: UnboundedSender<Input>, reports: &UnboundedSender<Report>) -> Result<()> {
    let reports = reports.clone();
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
    let work = move || {
        if let Err(defect) = defect::guarded(read) {
            // Without the loop there is nobody left to tell.
            let _ = reports.send(Report::Broken(defect));
        }
    };
    std::thread::Builder::new().name("input".to_owned()).spawn(work).map_err(Fault::internal)?;
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
