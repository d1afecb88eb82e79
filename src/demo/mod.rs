//! The invented office.
