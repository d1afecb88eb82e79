//! Thin binary: everything lives in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    sportello::cli::run(std::env::args_os())
}
