-- What somebody has half typed: no part of the record, gone once handed in.
CREATE TABLE draft (
  person_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER NOT NULL REFERENCES program,
  what TEXT NOT NULL,
  text TEXT NOT NULL,
  at_s INTEGER NOT NULL,
  PRIMARY KEY (person_id, program_id, what)
) STRICT, WITHOUT ROWID;

-- A week's free seats are counted from the index alone.
DROP INDEX slot_by_time;
CREATE INDEX slot_by_time ON slot (program_id, begin_s, state, seats, taken, waiting)
  WHERE state <> 'cancelled';
