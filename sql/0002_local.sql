-- Tables of this desk alone: outside the session, never sent. The list is in
-- src/store/schema.rs, and a test holds the two equal.

-- Units (command and changeset) not yet on the hub, in the order written.
CREATE TABLE local_pending (
  seq       INTEGER PRIMARY KEY,
  id        BLOB NOT NULL UNIQUE,
  desk      TEXT NOT NULL,
  time      TEXT NOT NULL,           -- hybrid logical clock
  operator  BLOB,
  schema    INTEGER NOT NULL,
  command   TEXT NOT NULL,           -- JSON
  changeset BLOB NOT NULL
) STRICT;

-- The audit chain of this desk (R-PRV-4): hash = SHA-256(hash before, line).
CREATE TABLE local_audit (
  seq        INTEGER PRIMARY KEY,
  desk       TEXT NOT NULL,
  at         TEXT NOT NULL,
  operator   BLOB,
  action     TEXT NOT NULL,
  registrant BLOB,
  detail     TEXT NOT NULL,
  reason     TEXT,
  hash       BLOB NOT NULL
) STRICT;
CREATE INDEX local_audit_registrant ON local_audit (registrant) WHERE registrant IS NOT NULL;

-- What an operator was typing.
CREATE TABLE local_draft (
  operator BLOB NOT NULL,
  screen   TEXT NOT NULL,
  subject  TEXT NOT NULL,
  json     TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (operator, screen, subject)
) STRICT;

CREATE TABLE local_setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- The last number given to a paper, by series.
CREATE TABLE local_counter (
  name  TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT;
