-- The office's day: where an appointment was moved to and who asked for it.

-- Both ways, so that either appointment tells the whole story by itself.
ALTER TABLE appointment ADD COLUMN moved_from BLOB REFERENCES appointment(id);
ALTER TABLE appointment ADD COLUMN moved_to BLOB REFERENCES appointment(id);
-- Who asked for the move, and when they did (R-CNV-14, 15).
ALTER TABLE appointment ADD COLUMN asked_by TEXT;
ALTER TABLE appointment ADD COLUMN asked_at TEXT;

-- When the office receives, from a day on; "week" is the spans of each
-- weekday. The row in effect is the last one before the day.
CREATE TABLE office_hours (
    id BLOB NOT NULL PRIMARY KEY,
    valid_from TEXT NOT NULL,
    slot_minutes INTEGER NOT NULL,
    week TEXT NOT NULL
) STRICT;

-- Days the office is closed: patron saint, bridge days, an election.
CREATE TABLE office_closure (
    id BLOB NOT NULL PRIMARY KEY,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    yearly INTEGER NOT NULL CHECK (yearly IN (0, 1)),
    reason TEXT NOT NULL,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT;

-- Operators not there. Why is nobody's business here.
CREATE TABLE operator_absence (
    id BLOB NOT NULL PRIMARY KEY,
    operator BLOB NOT NULL REFERENCES operator(id),
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT;
CREATE INDEX operator_absence_end ON operator_absence ("to");
-- What is still open, or waits for a reason, however long ago.
CREATE INDEX appointment_state ON appointment (state, start);
