-- The law as code: office's own figures, jobs and incomes, signing channels,
-- cases, intake, questionnaire, terms.

-- == state changes: at which office (states.md, first lines)
ALTER TABLE state_event ADD COLUMN office TEXT NOT NULL DEFAULT '';

-- == office's own rows of tables and levels of rules

-- Never changed but to be withdrawn. "table" and code say what it is about;
-- cells holds, as JSON, the columns it sets.
CREATE TABLE office_row (
    id BLOB NOT NULL PRIMARY KEY,
    "table" TEXT NOT NULL,
    code TEXT NOT NULL,
    cells TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_by TEXT NOT NULL,
    withdrawn_reason TEXT NOT NULL
) STRICT;

-- == employment spells, communications, incomes
-- One job with one employer; corrected in place, the history is in state_event.
CREATE TABLE employment (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    employer TEXT NOT NULL,
    employer_code TEXT NOT NULL,
    kind TEXT NOT NULL,
    start TEXT,
    expected_end TEXT,
    "end" TEXT,
    hours INTEGER,
    income INTEGER,
    income_year INTEGER,
    co_reference TEXT NOT NULL,
    co_date TEXT,
    source TEXT NOT NULL,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT;
CREATE INDEX employment_by_registrant ON employment(registrant);

-- What the person declares to earn with a job, never changed (R-CON-6).
CREATE TABLE income_declaration (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    employment BLOB NOT NULL REFERENCES employment(id),
    date TEXT NOT NULL,
    since TEXT NOT NULL,
    amount INTEGER NOT NULL,
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    evidence TEXT NOT NULL
) STRICT;
CREATE INDEX income_declaration_by_registrant ON income_declaration(registrant);

-- == signing channels
-- Attempts to sign a version (states.md sections 4-6); evidence and times as JSON.
CREATE TABLE signing (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    version BLOB NOT NULL REFERENCES psp_version(id),
    channel TEXT NOT NULL,
    party TEXT NOT NULL,
    provider TEXT NOT NULL,
    state TEXT NOT NULL,
    started_at TEXT NOT NULL,
    since TEXT NOT NULL,
    ended_at TEXT,
    evidence TEXT NOT NULL,
    times TEXT NOT NULL,
    "by" TEXT NOT NULL
) STRICT;
CREATE INDEX signing_of ON signing (registrant, version);

-- == conditionality cases, targeted placement
-- Absences and refusals with what followed (states.md section 8).
CREATE TABLE conditionality_case (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    did BLOB NOT NULL REFERENCES did(id),
    benefit TEXT NOT NULL,
    kind TEXT NOT NULL,
    appointment BLOB REFERENCES appointment(id),
    activity BLOB REFERENCES activity(id),
    offer TEXT,
    event_on TEXT NOT NULL,
    proved INTEGER NOT NULL CHECK (proved IN (0, 1)),
    proof TEXT NOT NULL,
    state TEXT NOT NULL,
    state_since TEXT NOT NULL,
    reason TEXT NOT NULL,
    reason_on TEXT,
    impediment_ended_on TEXT,
    document_seen INTEGER NOT NULL CHECK (document_seen IN (0, 1)),
    document_valid_to TEXT,
    unfit_told_on TEXT,
    heard_on TEXT,
    opinion_asked_on TEXT,
    opinion_on TEXT,
    decided_on TEXT,
    occurrence INTEGER NOT NULL,
    occurrence_ab INTEGER NOT NULL,
    proposed TEXT,
    proposed_days INTEGER NOT NULL,
    adopted TEXT,
    adopted_days INTEGER NOT NULL,
    act TEXT NOT NULL,
    adopted_on TEXT,
    effective_from TEXT,
    notified_on TEXT,
    transmission TEXT NOT NULL,
    sent_on TEXT,
    applied_on TEXT,
    appealed_on TEXT,
    appeal_decided_on TEXT,
    "by" TEXT NOT NULL
) STRICT;
CREATE INDEX conditionality_case_of ON conditionality_case (registrant, event_on);
CREATE INDEX conditionality_case_state ON conditionality_case (state);

-- Applications for targeted placement (states.md section 9), without what is
-- special data...
CREATE TABLE targeted_application (
    id BLOB NOT NULL PRIMARY KEY,
    registrant BLOB NOT NULL REFERENCES registrant(id),
    state TEXT NOT NULL,
    state_since TEXT NOT NULL,
    presented_on TEXT NOT NULL,
    protocol TEXT NOT NULL,
    in_charge TEXT NOT NULL,
    other_list TEXT NOT NULL,
    other_list_left_on TEXT,
    documents_asked_on TEXT,
    external_asked_on TEXT,
    notice_sent_on TEXT,
    notice_received_on TEXT,
    observed_on TEXT,
    stopped_days INTEGER NOT NULL,
    decided_on TEXT,
    act TEXT NOT NULL,
    list_number TEXT NOT NULL,
    review_on TEXT,
    "by" TEXT NOT NULL
) STRICT;
CREATE INDEX targeted_application_of ON targeted_application (registrant, presented_on);
CREATE INDEX targeted_application_state ON targeted_application (state);
-- ...which stands here (R-CM-10, R-PRV-1): read only by who says why.
CREATE TABLE targeted_card (
    id BLOB NOT NULL PRIMARY KEY,
    application BLOB NOT NULL REFERENCES targeted_application(id),
    registrant BLOB NOT NULL REFERENCES registrant(id),
    category TEXT NOT NULL,
    report TEXT NOT NULL,
    checks TEXT NOT NULL,
    grounds TEXT NOT NULL,
    observations TEXT NOT NULL,
    answers TEXT NOT NULL,
    committee_reference TEXT NOT NULL,
    notes TEXT NOT NULL
) STRICT;
CREATE INDEX targeted_card_of ON targeted_card (application);

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

-- What a convocation said: place, platform, link, subject, text (R-CNV-12).
ALTER TABLE appointment ADD COLUMN convocation TEXT;

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

-- == assessment (assessment.md 8): questionnaire, answers, proposal, versions
ALTER TABLE assessment ADD COLUMN index_class TEXT NOT NULL DEFAULT '';
ALTER TABLE assessment ADD COLUMN index_source TEXT NOT NULL DEFAULT '';
ALTER TABLE assessment ADD COLUMN index_valid_until TEXT;
ALTER TABLE assessment ADD COLUMN questionnaire TEXT NOT NULL DEFAULT '';
ALTER TABLE assessment ADD COLUMN questionnaire_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assessment ADD COLUMN answers TEXT NOT NULL DEFAULT '{}';
-- Answers that tell of health and the like: apart (R-PRV-1).
ALTER TABLE assessment ADD COLUMN special_answers TEXT NOT NULL DEFAULT '{}';
ALTER TABLE assessment ADD COLUMN notes TEXT NOT NULL DEFAULT '{}';
ALTER TABLE assessment ADD COLUMN scores TEXT NOT NULL DEFAULT '{}';
ALTER TABLE assessment ADD COLUMN carried TEXT NOT NULL DEFAULT '[]';
ALTER TABLE assessment ADD COLUMN in_depth INTEGER NOT NULL DEFAULT 0 CHECK (in_depth IN (0, 1));
ALTER TABLE assessment ADD COLUMN in_depth_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE assessment ADD COLUMN employability INTEGER;
ALTER TABLE assessment ADD COLUMN path_proposed TEXT NOT NULL DEFAULT '';
ALTER TABLE assessment ADD COLUMN reasons TEXT NOT NULL DEFAULT '[]';
ALTER TABLE assessment ADD COLUMN targets TEXT NOT NULL DEFAULT '[]';
-- 0: recorded before versions were numbered.
ALTER TABLE assessment ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assessment ADD COLUMN previous BLOB REFERENCES assessment(id);
ALTER TABLE assessment ADD COLUMN valid_until TEXT;

-- == terms (local)
-- The radar: derived from the records of a person, kept by the program in the
-- transaction that changes them, rebuilt at will. Days are counted from
-- 1 January of the year 1, so that a year of terms of 60,000 people stays
-- small; `kind` as in src/domain/radar/kind.rs, `unit` as in src/store/radar.
CREATE TABLE local_deadline (
  person      BLOB NOT NULL,
  consequence INTEGER NOT NULL,        -- 0 status, 1 right, 2 office, 3 reminder
  due         INTEGER NOT NULL,
  kind        INTEGER NOT NULL,
  subject     BLOB NOT NULL,           -- the record it comes from
  start       INTEGER NOT NULL,
  unit        INTEGER NOT NULL,
  amount      INTEGER NOT NULL,
  shown_from  INTEGER NOT NULL,
  shown_until INTEGER NOT NULL,
  operator    BLOB,
  PRIMARY KEY (person, consequence, due, kind, subject)
) STRICT, WITHOUT ROWID;
-- Covering for the list of the office: in its order, without a visit to the table.
CREATE INDEX local_deadline_due ON local_deadline
  (consequence, due, person, kind, operator, shown_from, shown_until, start, unit, amount);
