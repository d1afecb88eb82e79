-- The search of people: derived from registrant, did and document, kept by
-- the program in the transaction that changes them, rebuilt at will.

-- One row a person, in the order of the list: `sort` is surname and name,
-- folded, blanks taken out of each.
CREATE TABLE local_search (
  sort        TEXT NOT NULL,
  person      BLOB NOT NULL,
  born        TEXT NOT NULL,           -- ISO date, empty when unknown
  words       TEXT NOT NULL,           -- folded words of surname and name
  towns       TEXT NOT NULL,           -- folded words of the towns
  surname     TEXT NOT NULL,
  name        TEXT NOT NULL,
  fiscal_code TEXT NOT NULL,
  PRIMARY KEY (sort, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX local_search_person ON local_search (person);

-- Words by which a person is found besides the beginning of the surname.
-- Covering: fifty hits must not read fifty pages.
CREATE TABLE local_search_word (
  word   TEXT NOT NULL,
  sort   TEXT NOT NULL,
  person BLOB NOT NULL,
  born   TEXT NOT NULL,
  words  TEXT NOT NULL,
  towns  TEXT NOT NULL,
  PRIMARY KEY (word, sort, person)
) STRICT, WITHOUT ROWID;

-- Numbers and addresses; `kind` as in src/store/search/entry.rs.
CREATE TABLE local_search_code (
  kind   INTEGER NOT NULL,
  code   TEXT NOT NULL,
  person BLOB NOT NULL,
  sort   TEXT NOT NULL,
  PRIMARY KEY (kind, code, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX local_search_code_person ON local_search_code (person);

-- How many people have a word, by kind of word: to choose the way of a
-- search, and to find the word somebody meant.
CREATE TABLE local_search_vocabulary (
  kind   INTEGER NOT NULL,             -- 0 surname, 1 other words of the name, 2 town
  word   TEXT NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (kind, word)
) STRICT, WITHOUT ROWID;
