//! `sportello --version`: the program, its licence, where its data come from.

/// Version, licence and the attributions that the licences of the data ask
/// for, wherever the data are shipped.
pub fn text() -> &'static str {
    concat!(
        env!("CARGO_PKG_VERSION"),
        "\nLicenza: EUPL-1.2\n",
        "Dati: Ministero dell'Interno – ANPR, archivio comuni, CC BY 4.0"
    )
}
