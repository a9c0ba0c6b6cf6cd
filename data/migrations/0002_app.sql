-- What somebody has half typed: no part of the record, gone once handed in.
CREATE TABLE draft (
  person_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER NOT NULL REFERENCES program,
  what TEXT NOT NULL,
  text TEXT NOT NULL,
  at_s INTEGER NOT NULL,
  PRIMARY KEY (person_id, program_id, what)
) STRICT, WITHOUT ROWID;

-- How many open sessions begin at a moment, and their seats: a week's grid costs
-- the same however many reps host.
CREATE TABLE slot_tally (
  program_id INTEGER NOT NULL,
  begin_s INTEGER NOT NULL,
  sessions INTEGER NOT NULL,
  free INTEGER NOT NULL,
  full INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  PRIMARY KEY (program_id, begin_s)
) STRICT, WITHOUT ROWID;
INSERT INTO slot_tally SELECT program_id, begin_s, count(*), sum(seats - taken), sum(taken >= seats), sum(waiting)
  FROM slot WHERE state = 'open' GROUP BY program_id, begin_s;
CREATE TRIGGER slot_tally_insert AFTER INSERT ON slot WHEN NEW.state = 'open' BEGIN
  INSERT INTO slot_tally VALUES (NEW.program_id, NEW.begin_s, 1, NEW.seats - NEW.taken, NEW.taken >= NEW.seats,
    NEW.waiting) ON CONFLICT DO UPDATE SET sessions = sessions + 1, free = free + excluded.free,
    full = full + excluded.full, waiting = waiting + excluded.waiting;
END;
CREATE TRIGGER slot_tally_delete AFTER DELETE ON slot WHEN OLD.state = 'open' BEGIN
  UPDATE slot_tally SET sessions = sessions - 1, free = free - OLD.seats + OLD.taken,
    full = full - (OLD.taken >= OLD.seats), waiting = waiting - OLD.waiting
    WHERE program_id = OLD.program_id AND begin_s = OLD.begin_s;
  DELETE FROM slot_tally WHERE program_id = OLD.program_id AND begin_s = OLD.begin_s AND sessions = 0;
END;
CREATE TRIGGER slot_tally_update AFTER UPDATE OF program_id, begin_s, state, seats, taken, waiting ON slot BEGIN
  UPDATE slot_tally SET sessions = sessions - 1, free = free - OLD.seats + OLD.taken,
    full = full - (OLD.taken >= OLD.seats), waiting = waiting - OLD.waiting
    WHERE OLD.state = 'open' AND program_id = OLD.program_id AND begin_s = OLD.begin_s;
  INSERT INTO slot_tally SELECT NEW.program_id, NEW.begin_s, 1, NEW.seats - NEW.taken, NEW.taken >= NEW.seats,
    NEW.waiting WHERE NEW.state = 'open' ON CONFLICT DO UPDATE SET sessions = sessions + 1,
    free = free + excluded.free, full = full + excluded.full, waiting = waiting + excluded.waiting;
  DELETE FROM slot_tally WHERE program_id = OLD.program_id AND begin_s = OLD.begin_s AND sessions = 0;
END;
