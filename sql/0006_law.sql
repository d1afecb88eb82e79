-- The law as code: office's own figures, jobs and incomes, signing channels,
-- cases, intake, questionnaire, terms.

-- == state changes: at which office (states.md, first lines)
ALTER TABLE state_event ADD COLUMN office TEXT NOT NULL DEFAULT '';

-- == office's own rows of tables and levels of rules

-- == employment spells, communications, incomes

-- == signing channels

-- == conditionality cases, targeted placement

-- == MiAttivo, PAD

-- Registrations of MiAttivo (R-MIA); "survivor" is the person whose record
-- goes on when this one was a duplicate.
CREATE TABLE miattivo (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    registered_on TEXT NOT NULL,
    benefit TEXT NOT NULL,
    inps_date TEXT,
    email TEXT NOT NULL,
    mobile TEXT NOT NULL,
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    helped_by TEXT NOT NULL,
    state TEXT NOT NULL,
    appointment BLOB REFERENCES appointment(id),
    survivor BLOB REFERENCES registrant(id),
    note TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX miattivo_person ON miattivo (registrant);
CREATE INDEX miattivo_state ON miattivo (state, registered_on);

-- Copies of PADs signed on SIISL (R-PAD-4); "agencies" is a list.
CREATE TABLE pad (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    benefit TEXT NOT NULL,
    applied_on TEXT,
    benefit_from TEXT,
    application_email TEXT NOT NULL,
    application_mobile TEXT NOT NULL,
    patronato TEXT NOT NULL,
    signed_on TEXT,
    source TEXT,
    copied_on TEXT,
    agencies TEXT NOT NULL,
    attends INTEGER NOT NULL CHECK (attends IN (0, 1)),
    email TEXT NOT NULL,
    mobile TEXT NOT NULL,
    consent INTEGER NOT NULL CHECK (consent IN (0, 1)),
    validated_on TEXT,
    referred_on TEXT,
    social_services_on TEXT,
    psp_version BLOB REFERENCES psp_version(id),
    linked_on TEXT,
    confirmed_on TEXT,
    ended_on TEXT,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX pad_person ON pad (registrant);

-- == assessment

-- == terms (local)
