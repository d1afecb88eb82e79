//! Words of the page that tries the keys.

/// Title of the screen, and its place under F10.
pub const TITLE: &str = "Prova dei tasti";
/// What to do.
pub const WHAT: [&str; 2] = [
    "Premere una volta ciascun tasto, da F1 a F12, e scrivere È @ €.",
    "Qui i tasti non fanno altro: si vede solo se arrivano fino al programma.",
];
/// Over the function keys.
pub const FUNCTIONS: &str = "TASTI FUNZIONE";
/// Over the signs.
pub const SIGNS: &str = "SEGNI";
/// It came.
pub const CAME: &str = "arriva";
/// It did not yet.
pub const NOT_YET: &str = "......";
/// Before the last key that came.
pub const LAST: &str = "Ultimo arrivato:";
/// Nothing came yet.
pub const NOTHING: &str = "niente";
/// A paste came.
pub const PASTE: &str = "testo incollato";
/// The way out.
pub const OUT: &str = "Fine: Invio o Esc, due volte se manca qualcosa.";
/// Where it can be done again.
pub const AGAIN: &str = "Si rifà quando si vuole: F10 (o Ctrl+T) > Prova dei tasti.";
/// The key that ends it.
pub const END: &str = "Fine";
/// All came.
pub const ALL: &str = "Tutti i tasti arrivano.";
/// It was left before anything came.
pub const LEFT: &str = "Prova lasciata: si rifà da F10 > Prova dei tasti.";
/// What to do for each sign that does not come.
pub const SIGN_WAYS: [&str; 3] = [
    "Alt+0200 (Windows), Bloc Maiusc e è (Linux)",
    "AltGr+ò, o Alt+64 (Windows)",
    "AltGr+e, o Alt+0128 (Windows)",
];
/// No second key: only in the list of actions.
pub const UNDER_ACTIONS: &str = "Ctrl+T > Vista";

/// Once more to end, with what did not come.
#[must_use]
pub fn once_more(missing: &str) -> String {
    format!("Non arrivati: {missing}. Ancora Invio o Esc per finire così.")
}

/// What was kept.
#[must_use]
pub fn kept(missing: &str) -> String {
    format!("Non arrivano: {missing}. Al loro posto si vede il secondo modo.")
}

/// A second way.
#[must_use]
pub fn or(way: &str) -> String {
    format!("o {way}")
}
