-- What makes the file one to be trusted: days of the audit, closed and signed;
-- people who asked for a limit on the use of their data.

-- The key this desk signs its days with, made with the office or at the first
-- need in an older file. The last is in use.
CREATE TABLE local_audit_key (
  id     INTEGER PRIMARY KEY,
  public BLOB NOT NULL,                -- Ed25519
  secret BLOB NOT NULL
) STRICT;

-- Where the chain of the audit ends: a line taken off its end leaves no gap.
CREATE TABLE local_audit_head (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  seq   INTEGER NOT NULL,              -- the last line
  hash  BLOB NOT NULL,                 -- its seal
  first INTEGER NOT NULL,              -- first line not in a closed day
  day   TEXT                           -- the open day; NULL while none is
) STRICT;
INSERT INTO local_audit_head
  SELECT 1, seq, hash, 1, substr(at, 1, 10) FROM local_audit ORDER BY seq DESC LIMIT 1;

-- Days closed: nothing before their last line can change any more.
CREATE TABLE local_audit_day (
  first     INTEGER PRIMARY KEY,
  last      INTEGER NOT NULL,
  day       TEXT NOT NULL,
  desk      TEXT NOT NULL,
  head      BLOB NOT NULL,             -- seal of the last line
  public    BLOB NOT NULL,             -- the key it is signed with
  signature BLOB NOT NULL
) STRICT;
-- == people who work here
-- Until when: an operator who left signs in no more and stays in what was done.
ALTER TABLE operator ADD COLUMN disabled_at TEXT;

-- Restrictions of processing (GDPR art. 18), lifted ones too.
CREATE TABLE restriction (
  id         BLOB PRIMARY KEY NOT NULL,
  registrant BLOB NOT NULL REFERENCES registrant(id),
  ground     TEXT NOT NULL,
  asked_by   TEXT NOT NULL,
  asked_on   TEXT NOT NULL,
  note       TEXT NOT NULL,
  at         TEXT NOT NULL,
  "by"       TEXT NOT NULL,
  told_on    TEXT,
  lifted_on  TEXT,                     -- NULL while it holds
  lifted_why TEXT NOT NULL,
  lifted_by  TEXT NOT NULL
) STRICT;
CREATE INDEX restriction_registrant ON restriction (registrant);
