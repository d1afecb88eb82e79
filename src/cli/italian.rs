//! What the argument reader says by itself, said in Italian.

use std::error::Error as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};

use super::out::shown;

const TEMPLATE: &str = "{about-with-newline}\nUso: {usage}\n\n{all-args}{after-help}";

/// The same commands with Italian headings, help and version.
pub fn speaking(command: Command) -> Command {
    let help = Arg::new("help").long("help").short('h').action(ArgAction::Help).help("Questo aiuto");
    let version = Arg::new("version")
        .long("version")
        .short('V')
        .action(ArgAction::Version)
        .help("Versione, licenza e provenienza dei dati");
    // The children first: the headings of this level must not touch them.
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let root = command.get_name() == "sportello";
    let command = names.into_iter().fold(command, |command, name| command.mut_subcommand(name, speaking));
    let command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg_required_else_help(false)
        .help_template(TEMPLATE)
        .subcommand_value_name("COMANDO")
        .subcommand_help_heading("Comandi")
        .arg(help);
    let command = if root { command.version(super::version::text()).arg(version) } else { command };
    command.mut_args(|arg| {
        let heading = if arg.is_positional() { "Argomenti" } else { "Opzioni" };
        arg.help_heading(heading)
    })
}

/// Help or version as it was asked for.
pub fn help(error: &Error) -> String {
    error.render().to_string().replace("[OPTIONS]", "[OPZIONI]").replace("[alias: ", "[anche: ")
}

/// What is wrong with the arguments, one sentence.
pub fn sentence(error: &Error) -> String {
    let text = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let mut said = match error.kind() {
        ErrorKind::UnknownArgument => format!("«{argument}» qui non si può usare."),
        ErrorKind::InvalidSubcommand => {
            format!("«{}» non è un comando di Sportello.", text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("Manca {argument}."),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            format!("Manca che cosa fare: {}.", text(ContextKind::ValidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("«{argument}» vuole un valore."),
        ErrorKind::InvalidValue => {
            format!("«{value}» non va per «{argument}»: {}.", text(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => match error.source().map(ToString::to_string) {
            // A sentence of ours, not one of the library about a number.
            Some(why) if !is_english(&why) => format!("«{value}» non va per «{argument}»: {why}."),
            _ => format!("«{value}» non va per «{argument}»: serve un numero ammesso."),
        },
        ErrorKind::ArgumentConflict => {
            format!("«{argument}» non può stare con «{}».", text(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("«{argument}» ha troppi o troppo pochi valori.")
        }
        _ => "Gli argomenti non si leggono.".to_owned(),
    };
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(meant) = meant.into_iter().map(text).find(|meant| !meant.is_empty()) {
        said.push_str(&format!(" Si voleva «{meant}»?"));
    }
    said.push_str(" «sportello --help» dice come si usa.");
    said
}

/// The library's own words about numbers and ranges.
fn is_english(why: &str) -> bool {
    [" is not in ", "digit", "integer", "number too", "string"].iter().any(|word| why.contains(word))
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => shown(text),
        ContextValue::Strings(all) => all.iter().map(|text| shown(text)).collect::<Vec<_>>().join(", "),
        ContextValue::StyledStr(text) => shown(&text.to_string()),
        ContextValue::StyledStrs(all) => {
            all.iter().map(|text| shown(&text.to_string())).collect::<Vec<_>>().join(", ")
        }
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, FromArgMatches};

    use super::*;
    use crate::cli::args::Args;

    fn read(line: &str) -> Result<Args, Error> {
        let matches = speaking(Args::command()).try_get_matches_from(line.split(' '))?;
        Args::from_arg_matches(&matches)
    }

    #[test]
    fn every_command_is_well_formed() {
        speaking(Args::command()).debug_assert();
    }

    #[test]
    fn mistakes_get_an_italian_sentence() {
        for (line, says) in [
            ("sportello cerca", "«cerca» non è un comando di Sportello."),
            ("sportello fnd rossi", "Si voleva «find»?"),
            ("sportello --colore", "«--colore» qui non si può usare."),
            ("sportello find", "Manca <TESTO>..."),
            ("sportello psp", "Manca che cosa fare: list, check, pdf."),
            ("sportello agenda --day 23/11/2026", "il giorno si scrive come 2026-11-23."),
            ("sportello agenda --format xls", "«xls» non va per «--format <FORMATO>»: table, json, csv"),
            ("sportello --now ieri agenda", "l'ora si scrive come 2026-11-23T10:42."),
            ("sportello --theme verde", "«verde» non va per «--theme <NOME>»: "),
            ("sportello find a --limit 0", "serve un numero ammesso."),
            ("sportello find a --limit x", "serve un numero ammesso."),
            ("sportello find a --limit", "«--limit <N>» vuole un valore."),
            ("sportello replay --schema --empty", "non può stare con"),
            ("sportello replay --dir x", "Manca --empty."),
        ] {
            let said = sentence(&read(line).unwrap_err());
            assert!(said.contains(says), "{line}: {said}");
            assert!(!said.contains("error"), "{line}: {said}");
        }
    }

    #[test]
    fn help_is_italian() {
        for line in ["sportello --help", "sportello psp --help", "sportello agenda -h"] {
            let error = read(line).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::DisplayHelp);
            let text = help(&error);
            for english in
                ["Usage", "Options", "OPTIONS", "Commands", "COMMAND", "Print ", "default", "alias"]
            {
                assert!(!text.contains(english), "{english} in {line}:\n{text}");
            }
        }
    }

    #[test]
    fn the_theme_has_two_names() {
        assert!(read("sportello --tema chiaro").unwrap().global.theme.is_some());
        assert!(read("sportello agenda --theme mono").unwrap().global.theme.is_some());
    }
}
