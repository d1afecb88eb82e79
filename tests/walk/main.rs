//! A walk through every screen in every state: what holds for all of them.
//!
//! `places` lists them; the rest takes the list and looks at one thing each.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by stopping")]

#[path = "../seat/mod.rs"]
mod seat;

mod accept;
mod frames;
mod hands;
mod matrix;
mod offers;
mod places;
mod routes;
