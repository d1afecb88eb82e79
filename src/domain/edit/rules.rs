//! Edits that cannot be applied.

use crate::domain::finding::{Level, Rule};

/// A field that is no longer what the operator saw.
pub const STALE: Rule = Rule {
    id: "R-ARC-1",
    level: Level::Block,
    reference: "nessuna modifica va persa",
    text: "Il campo è cambiato nel frattempo: ora vale «{}». Rileggere (F5) e decidere.",
};
/// A field nobody may edit.
pub const NO_SUCH_FIELD: Rule = Rule {
    id: "R-ARC-2",
    level: Level::Block,
    reference: "campi della scheda",
    text: "«{}» non è un campo che si possa modificare.",
};
/// A value of another kind.
pub const BAD_VALUE: Rule = Rule {
    id: "R-ARC-3",
    level: Level::Block,
    reference: "campi della scheda",
    text: "Il valore non è adatto al campo «{}».",
};
