-- The tables every desk shares. Binding manners (tests/schema.rs walks them):
-- STRICT; the only key is the UUIDv7 made by the command; no UNIQUE besides
-- it, no cascades, no triggers, no "last changed" column: time is in the unit.
-- Columns are only ever appended, with defaults. Rows are closed, not deleted.

-- The office this file belongs to.
CREATE TABLE office (
    id BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    body_name TEXT NOT NULL,
    region TEXT NOT NULL,
    address TEXT NOT NULL,
    town TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    pec TEXT NOT NULL,
    privacy_version TEXT NOT NULL,
    privacy_date TEXT
) STRICT;

-- Who works at the office; passwords are in the key file, not here.
CREATE TABLE operator (
    id BLOB NOT NULL PRIMARY KEY,
    username TEXT NOT NULL,
    name TEXT NOT NULL,
    surname TEXT NOT NULL,
    role TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    room TEXT NOT NULL,
    siul_user TEXT NOT NULL
) STRICT;

-- People. Two desks may register the same fiscal code: a double to settle, not an error.
CREATE TABLE registrant (
    id BLOB NOT NULL PRIMARY KEY,
    fiscal_code TEXT NOT NULL,
    surname TEXT NOT NULL,
    name TEXT NOT NULL,
    birth_date TEXT,
    sex TEXT,
    birth_place TEXT NOT NULL,
    citizenship TEXT NOT NULL,
    id_doc_type TEXT NOT NULL,
    id_doc_number TEXT NOT NULL,
    id_doc_issuer TEXT NOT NULL,
    id_doc_issued_on TEXT,
    id_doc_expires_on TEXT,
    residence_address TEXT NOT NULL,
    residence_cap TEXT NOT NULL,
    residence_place TEXT NOT NULL,
    domicile_address TEXT NOT NULL,
    domicile_cap TEXT NOT NULL,
    domicile_place TEXT NOT NULL,
    contact_address TEXT NOT NULL,
    mobile TEXT NOT NULL,
    mobile_verified_on TEXT,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    email_verified_on TEXT,
    pec TEXT NOT NULL,
    permit_type TEXT NOT NULL,
    permit_number TEXT NOT NULL,
    permit_reason TEXT NOT NULL,
    permit_expires_on TEXT,
    permit_renewal INTEGER NOT NULL CHECK (permit_renewal IN (0, 1)),
    guardian_name TEXT NOT NULL,
    last_job_title TEXT NOT NULL,
    last_job_end TEXT,
    office_note TEXT NOT NULL
) STRICT;

-- Declarations (states.md section 1).
CREATE TABLE did (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    date TEXT NOT NULL,
    channel TEXT NOT NULL,
    promoter TEXT NOT NULL,
    benefit TEXT NOT NULL,
    inps_reference TEXT NOT NULL,
    inps_date TEXT,
    national_id TEXT NOT NULL,
    notice_date TEXT,
    last_working_day TEXT,
    inactive_vat INTEGER NOT NULL CHECK (inactive_vat IN (0, 1)),
    not_working INTEGER NOT NULL CHECK (not_working IN (0, 1)),
    employee INTEGER NOT NULL CHECK (employee IN (0, 1)),
    employee_income INTEGER,
    self_employed INTEGER NOT NULL CHECK (self_employed IN (0, 1)),
    self_employed_income INTEGER,
    income_year INTEGER,
    profiling TEXT NOT NULL,
    state TEXT NOT NULL,
    state_before TEXT NOT NULL,
    state_since TEXT NOT NULL,
    conserved INTEGER NOT NULL CHECK (conserved IN (0, 1)),
    end_reason TEXT NOT NULL,
    ended_on TEXT
) STRICT;

-- Assessments, one row each, never changed.
CREATE TABLE assessment (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    did BLOB REFERENCES did(id),
    date TEXT NOT NULL,
    profiling TEXT NOT NULL,
    digital_skill TEXT NOT NULL,
    mobility TEXT NOT NULL,
    obstacles TEXT NOT NULL,
    judgement TEXT NOT NULL,
    sectors TEXT NOT NULL,
    path TEXT NOT NULL,
    path_reason TEXT NOT NULL,
    index_value TEXT NOT NULL,
    index_model TEXT NOT NULL,
    index_date TEXT,
    "by" TEXT NOT NULL
) STRICT;

-- Versions of pacts (states.md section 3); versions of one pact share the column psp.
CREATE TABLE psp_version (
    id BLOB NOT NULL PRIMARY KEY,
    psp BLOB NOT NULL,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    did BLOB NOT NULL REFERENCES did(id),
    assessment BLOB REFERENCES assessment(id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    contact_address TEXT NOT NULL,
    objective TEXT NOT NULL,
    case_officer BLOB REFERENCES operator(id),
    contact_frequency TEXT NOT NULL,
    contact_mode TEXT NOT NULL,
    convocation_channel TEXT NOT NULL,
    working_day_calls INTEGER NOT NULL CHECK (working_day_calls IN (0, 1)),
    no_measure_reason TEXT NOT NULL,
    proof_method TEXT NOT NULL,
    available_initiatives INTEGER NOT NULL CHECK (available_initiatives IN (0, 1)),
    available_training INTEGER NOT NULL CHECK (available_training IN (0, 1)),
    accepts_offers INTEGER NOT NULL CHECK (accepts_offers IN (0, 1)),
    person_commitments TEXT NOT NULL,
    office_commitments TEXT NOT NULL,
    privacy_version TEXT NOT NULL,
    privacy_date TEXT,
    confirm_by TEXT,
    document BLOB REFERENCES document(id),
    issued_at TEXT,
    person_signed_at TEXT,
    operator_signed_at TEXT,
    copy_handed_on TEXT,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL
) STRICT;

-- Rows of section 6 of a PSP.
CREATE TABLE measure (
    id BLOB NOT NULL PRIMARY KEY,
    version BLOB NOT NULL REFERENCES psp_version(id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    lep TEXT NOT NULL,
    sap TEXT NOT NULL,
    provider TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    expected_outcome TEXT NOT NULL,
    note TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;

-- Rows of section 7 of a PSP.
CREATE TABLE search_act (
    id BLOB NOT NULL PRIMARY KEY,
    version BLOB NOT NULL REFERENCES psp_version(id),
    position INTEGER NOT NULL,
    action TEXT NOT NULL,
    quantity TEXT NOT NULL,
    by_date TEXT,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;

-- Appointments and their convocation (states.md section 2).
CREATE TABLE appointment (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    operator BLOB NOT NULL REFERENCES operator(id),
    service TEXT NOT NULL,
    start TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    mode TEXT NOT NULL,
    place TEXT NOT NULL,
    link TEXT NOT NULL,
    state TEXT NOT NULL,
    channel TEXT,
    address_used TEXT NOT NULL,
    sent_at TEXT,
    proved INTEGER NOT NULL CHECK (proved IN (0, 1)),
    psp_version BLOB REFERENCES psp_version(id),
    outcome_note TEXT NOT NULL,
    note TEXT NOT NULL,
    "by" TEXT NOT NULL
) STRICT;

-- LEP activities given or planned (states.md section 7).
CREATE TABLE activity (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    lep TEXT NOT NULL,
    sap TEXT NOT NULL,
    date TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    mode TEXT NOT NULL,
    state TEXT NOT NULL,
    outcome TEXT NOT NULL,
    output TEXT NOT NULL,
    provider TEXT NOT NULL,
    psp_version BLOB REFERENCES psp_version(id),
    measure BLOB REFERENCES measure(id),
    co_reference TEXT NOT NULL,
    hired INTEGER NOT NULL CHECK (hired IN (0, 1)),
    note TEXT NOT NULL,
    source TEXT,
    "by" TEXT NOT NULL
) STRICT;

-- Issued documents with their frozen content.
CREATE TABLE document (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    version INTEGER NOT NULL,
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    content TEXT NOT NULL,
    digest TEXT NOT NULL,
    archive_level TEXT NOT NULL,
    pages INTEGER NOT NULL
) STRICT;

-- Every state change: who, when, with which evidence.
CREATE TABLE state_event (
    id BLOB NOT NULL PRIMARY KEY,
    subject_kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    event TEXT NOT NULL,
    state TEXT NOT NULL,
    on_date TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL
) STRICT;

-- Warnings accepted with a reason.
CREATE TABLE accepted_warning (
    id BLOB NOT NULL PRIMARY KEY,
    subject_kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    rule TEXT NOT NULL,
    text TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL
) STRICT;

-- Notices of art. 13 GDPR handed over (R-PRV-2).
CREATE TABLE privacy_notice (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    version TEXT NOT NULL,
    version_date TEXT,
    given_on TEXT NOT NULL,
    "by" TEXT NOT NULL
) STRICT;

CREATE INDEX did_of ON did (registrant, date);
CREATE INDEX assessment_of ON assessment (registrant, date);
CREATE INDEX psp_version_of ON psp_version (registrant, number);
CREATE INDEX psp_version_state ON psp_version (state);
CREATE INDEX measure_of ON measure (version, position);
CREATE INDEX search_act_of ON search_act (version, position);
CREATE INDEX appointment_of ON appointment (registrant, start);
CREATE INDEX appointment_day ON appointment (start, operator);
CREATE INDEX activity_of ON activity (registrant, date);
CREATE INDEX document_of ON document (registrant, issued_at);
CREATE INDEX document_number ON document (number);
CREATE INDEX state_event_of ON state_event (registrant, at);
CREATE INDEX accepted_warning_of ON accepted_warning (registrant, at);
CREATE INDEX privacy_notice_of ON privacy_notice (registrant, given_on);
CREATE INDEX registrant_fiscal_code ON registrant (fiscal_code);
