//! Screens, forms, widgets, Italian words.

pub mod action;
pub mod chrome;
pub mod desk_types;
pub mod effect;
pub mod form;
pub mod glyphs;
pub mod keymap;
pub mod keys;
pub mod look;
pub mod reasons;
pub mod route;
pub mod screen;
pub mod screens;
pub mod side;
pub mod strings;
pub mod theme;
pub mod widgets;
