//! By when an absence is explained, as pact, letter and memo say it.

use super::Writer;
use crate::domain::paper::FiguresPaper;

/// Fills the fields of the terms (R-JUS-2, 3).
pub fn terms(writer: &mut Writer, of: &FiguresPaper) {
    writer.put(
        "absence_by",
        &match of.absence_days {
            0 => "il giorno stesso".to_owned(),
            1 => "il giorno dopo".to_owned(),
            days => format!("entro {days} giorni"),
        },
    );
    writer.put(
        "impediment_by",
        &match of.impediment_days {
            0 => "il giorno in cui finisce".to_owned(),
            1 => "entro il giorno dopo la sua fine".to_owned(),
            days => format!("entro {days} giorni dalla sua fine"),
        },
    );
}
