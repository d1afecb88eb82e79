//! Sportello, the desk of the Italian public employment centre (CPI).
//!
//! The house, from the ground up; each floor knows only the floors below it
//! (`tests/layers.rs` reads the `use` lines and fails on any other arrow):
//!
//! | floor | what it holds |
//! | --- | --- |
//! | [`fault`], [`clock`] | how things go wrong, and what time it is |
//! | [`domain`] | records, rules, states and deadlines, pure |
//! | [`tables`] | the data that ships with the program, as domain values |
//! | [`store`] | the one door to SQLite |
//! | [`desk`] | every write as a command, every question as a query |
//! | [`documents`] | pages: text, preview and PDF from one flow |
//! | [`demo`] | the invented office |
//! | [`ui`] | screens, forms, widgets, Italian words |
//! | [`app`] | the loop, the threads, the terminal |
//! | [`cli`] | the command line |

pub mod app;
pub mod cli;
pub mod clock;
pub mod demo;
pub mod desk;
pub mod documents;
pub mod domain;
pub mod fault;
pub mod store;
pub mod tables;
pub mod ui;
