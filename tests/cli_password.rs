//! The password typed at a real terminal: never shown, and the terminal is
//! given back.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use sportello::clock::Clock;
use sportello::demo::office as example;
use sportello::desk::opening::{self, OfficeKind};

/// Runs `find` on a real office in a terminal, types `keys` at the prompt;
/// what the terminal showed, and the exit code.
fn typed(keys: &str) -> (String, u32) {
    let dir = tempfile::tempdir().unwrap();
    let office = dir.path().join("vero");
    let operator = example::operators().remove(0);
    opening::found(&office, OfficeKind::Real, example::office(), operator, "pàssword", Clock::System)
        .unwrap();

    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_sportello"));
    command.env_clear();
    command.env("HOME", dir.path());
    command.env("TERM", "xterm");
    command.args(["find", "rossi", "--office"]);
    command.arg(&office);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (send, shown) = channel();
    thread::spawn(move || {
        let mut bytes = [0; 1024];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            if send.send(bytes[..count].to_vec()).is_err() {
                break;
            }
        }
    });
    let mut screen = Vec::new();
    wait_for(&shown, &mut screen, "Password di bianchi: ");
    let mut writer = pair.master.take_writer().unwrap();
    writer.write_all(keys.as_bytes()).unwrap();
    writer.flush().unwrap();
    let code = child.wait().unwrap().exit_code();
    while let Ok(bytes) = shown.recv_timeout(Duration::from_millis(500)) {
        screen.extend(bytes);
    }
    (String::from_utf8_lossy(&screen).into_owned(), code)
}

fn wait_for(shown: &Receiver<Vec<u8>>, screen: &mut Vec<u8>, prompt: &str) {
    while !String::from_utf8_lossy(screen).contains(prompt) {
        screen.extend(shown.recv_timeout(Duration::from_secs(20)).expect("the prompt comes"));
    }
}

#[test]
fn a_password_is_typed_and_not_shown() {
    let (screen, code) = typed("pàssworx\u{7f}d\r");
    assert_eq!(code, 0, "{screen}");
    assert!(!screen.contains('à'), "{screen}");
    assert!(screen.contains("Nessuna persona trovata."), "{screen}");

    let (screen, code) = typed("sbagliata\r");
    assert_eq!(code, 3, "{screen}");
    assert!(screen.contains("Operatore o password non corretti."), "{screen}");

    let (screen, code) = typed("pàss\u{3}");
    assert_eq!(code, 2, "{screen}");
    assert!(screen.contains("nessuna password"), "{screen}");
}
