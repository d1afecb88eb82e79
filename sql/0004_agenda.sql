-- The office's day: where an appointment was moved to and who asked for it.

-- Both ways, so that either appointment tells the whole story by itself.
ALTER TABLE appointment ADD COLUMN moved_from BLOB REFERENCES appointment(id);
ALTER TABLE appointment ADD COLUMN moved_to BLOB REFERENCES appointment(id);
-- Who asked for the move, and when they did (R-CNV-14, 15).
ALTER TABLE appointment ADD COLUMN asked_by TEXT;
ALTER TABLE appointment ADD COLUMN asked_at TEXT;
