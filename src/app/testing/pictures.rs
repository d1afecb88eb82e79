//! The display as text: what is written, and how it looks.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::ui::look::Look;
use crate::ui::theme::Role;

/// A buffer as text.
#[must_use]
pub fn as_text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let row: String = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
        let _ = writeln!(text, "{}", row.trim_end());
    }
    text
}

/// A buffer as a map of style roles: `.` text, `l` label, `F` focus, `S`
/// selected, `d` disabled, `o` ok, `i` info, `w` warn, `X` error, `k` key,
/// `T` title, `B` band, `P` person, `-` frame, `?` none of them. Text
/// snapshots do not show colours; this does.
#[must_use]
pub fn roles(buffer: &Buffer, look: &Look) -> String {
    let letters = [
        (Role::Text, '.'),
        (Role::Focus, 'F'),
        (Role::Selected, 'S'),
        (Role::Error, 'X'),
        (Role::Warn, 'w'),
        (Role::Key, 'k'),
        (Role::Title, 'T'),
        (Role::Person, 'P'),
        (Role::Band, 'B'),
        (Role::Frame, '-'),
        (Role::Disabled, 'd'),
        (Role::Ok, 'o'),
        (Role::Info, 'i'),
        (Role::Label, 'l'),
    ];
    let known = |style: Style| {
        letters
            .iter()
            .find(|(role, _)| {
                let known = look.style(*role);
                let same = |a: Option<ratatui::style::Color>, b| a.unwrap_or_default() == b;
                same(known.fg, style.fg.unwrap_or_default())
                    && same(known.bg, style.bg.unwrap_or_default())
                    && known.add_modifier == style.add_modifier
            })
            .map_or('?', |(_, letter)| *letter)
    };
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let row: String = (0..buffer.area.width).map(|x| known(buffer[(x, y)].style())).collect();
        let _ = writeln!(text, "{row}");
    }
    text
}
