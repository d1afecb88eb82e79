//! Screens, forms, widgets, Italian words.

pub mod action;
pub mod form;
pub mod glyphs;
pub mod keymap;
pub mod keys;
pub mod look;
pub mod screen;
pub mod strings;
pub mod theme;
pub mod widgets;
