//! The one door to SQLite: encrypted file, schema, recorded changesets.
