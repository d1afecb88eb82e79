-- What every record was: the units that made this file stay after they were sent.

-- Units (command and changeset) in the order they were applied here, those of
-- other desks included. A sync undoes what is not on the hub, pulls, and redoes:
-- so what is not on the hub is always the end of the list, and one number tells
-- where it begins (setting pushed_seq; none: all of it waits).
CREATE TABLE local_unit (
  seq       INTEGER PRIMARY KEY,
  id        BLOB NOT NULL UNIQUE,
  desk      TEXT NOT NULL,
  time      TEXT NOT NULL,           -- hybrid logical clock
  operator  BLOB,
  schema    INTEGER NOT NULL,
  command   TEXT NOT NULL,           -- JSON
  changeset BLOB NOT NULL
) STRICT;

INSERT INTO local_unit (seq, id, desk, time, operator, schema, command, changeset)
  SELECT seq, id, desk, time, operator, schema, command, changeset FROM local_pending ORDER BY seq;
DROP TABLE local_pending;

-- Whose records a unit touched: people, and of rows that are nobody's the rows
-- themselves. Derived from the changesets.
CREATE TABLE local_unit_subject (
  subject BLOB NOT NULL,
  unit    INTEGER NOT NULL,
  PRIMARY KEY (subject, unit)
) STRICT, WITHOUT ROWID;
