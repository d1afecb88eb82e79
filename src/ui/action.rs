//! Actions: what a key means here.

use super::strings::keys as words;

/// A thing the operator can ask for. Screens never see keys, only these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Help of the field; again: all the keys.
    Help,
    /// Save, or confirm the screen.
    Save,
    /// Back to the menu.
    Exit,
    /// Values of this field, calendar, filters.
    List,
    /// Read again.
    Refresh,
    /// New record or row.
    New,
    /// Previous page, section, step, day, person.
    Prev,
    /// Next page, section, step, day, person.
    Next,
    /// Preview, receipt, list.
    Print,
    /// Chooses printer, copies, sides, or a file instead.
    PrintWith,
    /// Everything possible here.
    Actions,
    /// Other view of the same screen.
    View,
    /// One step back.
    Back,
    /// Person search from anywhere.
    Find,
    /// Go to a screen by code.
    GoTo,
    /// Cover the screen.
    Lock,
    /// Close the program.
    Quit,
    /// Undo in the field.
    Undo,
    /// Redo in the field.
    Redo,
    /// Copy this field from the previous record.
    Duplicate,
    /// Erase to the end of the field.
    EraseEnd,
    /// Empty the field.
    Clear,
    /// Copy the field.
    Copy,
    /// Ctrl+V arrived as a key: say how to paste here.
    PasteHint,
    /// Next field or pane.
    Forward,
    /// Previous field or pane.
    Backward,
    /// Enter: open, press, next field.
    Enter,
    /// One row up, or the field above.
    Up,
    /// One row down, or the field below.
    Down,
    /// One character left.
    Left,
    /// One character right.
    Right,
    /// One word left.
    WordLeft,
    /// One word right.
    WordRight,
    /// Start of field, first row.
    Home,
    /// End of field, last row.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Remove the character before the cursor.
    Backspace,
    /// Remove the character under the cursor, or the row.
    Delete,
    /// A letter, digit or sign pressed where no field has the focus; letters
    /// in capitals, `' '` is the space bar.
    Letter(char),
    /// An action of this screen that has no key of its own: only under F10.
    Do(&'static str),
}

impl Action {
    /// The usual word for it, for the key bar and the help.
    #[must_use]
    pub fn label(self) -> &'static str {
        words::label(self)
    }

    /// Is it one of the acts on text that only a field understands?
    #[must_use]
    pub fn edits(self) -> bool {
        use Action::{
            Backspace, Clear, Copy, Delete, Duplicate, EraseEnd, PasteHint, Redo, Undo, WordLeft, WordRight,
        };
        matches!(
            self,
            Backspace
                | Clear
                | Copy
                | Delete
                | Duplicate
                | EraseEnd
                | PasteHint
                | Redo
                | Undo
                | WordLeft
                | WordRight
        )
    }
}
