//! Screens, forms, widgets, Italian words.
