//! Italian words of the screen, one file for each area.

pub mod access;
pub mod activities;
pub mod agenda;
pub mod assessment;
pub mod card;
pub mod common;
pub mod deadlines;
pub mod did;
pub mod facts;
pub mod form;
pub mod help;
pub mod home;
pub mod jobs;
pub mod key_test;
pub mod keys;
pub mod linear;
pub mod people;
pub mod person_data;
pub mod psp;
pub mod psp_form;
pub mod search;
pub mod shell;
pub mod signing;
pub mod tables;
