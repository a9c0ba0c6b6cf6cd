-- A report strikes every name that somebody ever had; those of before stand in
-- what changed.
CREATE INDEX change_of_person ON change (seq, n) WHERE tbl = 'person';

-- Customers, and people there: whom no report outside the team may name.
CREATE TABLE customer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  person INTEGER NOT NULL CHECK (person IN (0, 1))
) STRICT;
