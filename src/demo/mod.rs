//! The invented office: for trying the program, for tests, for training
//! (R-PRV-10). Nobody in it exists.

pub mod office;
