//! The data that ships with the program, parsed into domain values.
