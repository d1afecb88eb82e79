//! Words of more than one screen.

use chrono::NaiveDate;

/// The person has no DID.
pub const NO_DID: &str = "DID nessuna";

/// The DID in the person band.
#[must_use]
pub fn band_did(state: &str, since: NaiveDate) -> String {
    format!("DID {state} {}", since.format("%d/%m/%Y"))
}

/// The PSP in the person band.
#[must_use]
pub fn band_psp(state: Option<&str>) -> String {
    format!("PSP {}", state.unwrap_or("nessuno"))
}

/// The record of the person is on its way.
pub const READING: &str = "Leggo la scheda…";
/// It could not be read.
pub const NOT_READ: &str = "La scheda non si legge. F5 riprova.";

/// No SAP code is attested for the LEP.
pub const NOT_ATTESTED: &str = "-- nessun codice attestato";

/// A SAP code nobody attests.
#[must_use]
pub fn candidate(code: &str) -> String {
    format!("{code} candidato, non si esporta")
}
