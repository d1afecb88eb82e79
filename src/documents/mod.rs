//! Documents: one page flow; text, preview and PDF come from it.
