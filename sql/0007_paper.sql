-- Paper: every kind of document, its protocol, its handing over, its archive.

-- == what an issued document is about, and what happened to it since
ALTER TABLE document ADD COLUMN subject BLOB;
ALTER TABLE document ADD COLUMN protocol TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN protocol_on TEXT;
ALTER TABLE document ADD COLUMN handed_on TEXT;
ALTER TABLE document ADD COLUMN special INTEGER NOT NULL DEFAULT 0 CHECK (special IN (0, 1));
-- Covering for the register of the office: its frozen contents lie between
-- the columns and would be walked over row by row.
CREATE INDEX document_register ON document (issued_at, id, registrant, kind, number, protocol);
CREATE INDEX document_protocol ON document (protocol) WHERE protocol <> '';

-- What a document says, whole, where part of it tells of health (R-PRV-1).
CREATE TABLE document_reserved (
    id BLOB NOT NULL PRIMARY KEY,
    document BLOB NOT NULL REFERENCES document(id),
    registrant BLOB NOT NULL REFERENCES registrant(id),
    content TEXT NOT NULL
) STRICT;
CREATE INDEX document_reserved_of ON document_reserved (document);

-- == archive (local)
-- The file of each issued document by its digest, once, compressed, with the
-- words it was made of (JSON) where they are kept. Files travel beside the
-- recorded changes, by digest.
CREATE TABLE local_archive (
    digest TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    file BLOB NOT NULL,
    words BLOB,
    at TEXT NOT NULL
) STRICT;
