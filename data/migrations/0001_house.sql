-- The house of replife: people, programs, sessions, what was heard, and the
-- audit of it all. Instants are UTC seconds, days count from 1970-01-01.
-- A rule that a trigger refuses says 'rule:REASON:words'.

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT, team TEXT, segment TEXT, zone TEXT,
  status TEXT NOT NULL CHECK (status IN ('active', 'left')),
  owner INTEGER NOT NULL CHECK (owner IN (0, 1)),
  uid INTEGER
) STRICT;
CREATE UNIQUE INDEX person_owner ON person (owner) WHERE owner = 1;

CREATE TABLE program (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  zone TEXT NOT NULL,
  length_min INTEGER NOT NULL CHECK (length_min BETWEEN 5 AND 1440),
  seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 1000),
  notice_min INTEGER NOT NULL CHECK (notice_min >= 0),
  cancel_min INTEGER NOT NULL CHECK (cancel_min >= 0),
  active_limit INTEGER NOT NULL CHECK (active_limit >= 0),
  goal INTEGER NOT NULL CHECK (goal >= 0),
  offer_min INTEGER NOT NULL CHECK (offer_min > 0)
) STRICT;

CREATE TABLE role_grant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER REFERENCES program,
  role TEXT NOT NULL CHECK (role IN ('marketer', 'rep', 'lifecycle'))
) STRICT;
CREATE UNIQUE INDEX grant_once ON role_grant (person_id, role, ifnull(program_id, 0));
CREATE INDEX grant_lifecycle ON role_grant (role, person_id) WHERE role = 'lifecycle';
-- Who runs the programs: never nobody.
CREATE VIEW runner AS
  SELECT 1 FROM role_grant g JOIN person p ON p.id = g.person_id
  WHERE g.role = 'lifecycle' AND p.status = 'active';
CREATE TRIGGER grant_keep_lifecycle AFTER DELETE ON role_grant WHEN NOT EXISTS (SELECT 1 FROM runner)
BEGIN SELECT RAISE(ABORT, 'rule:last_lifecycle:somebody must keep the lifecycle role'); END;
CREATE TRIGGER person_keep_lifecycle AFTER UPDATE OF status ON person
WHEN NEW.status = 'left' AND NOT EXISTS (SELECT 1 FROM runner)
BEGIN SELECT RAISE(ABORT, 'rule:last_lifecycle:somebody must keep the lifecycle role'); END;

CREATE TABLE membership (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER NOT NULL REFERENCES program,
  state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'paused', 'left', 'declined')),
  recruited_by INTEGER REFERENCES person,
  weekly_cap INTEGER NOT NULL CHECK (weekly_cap >= 0),
  paused_until_day INTEGER,
  UNIQUE (person_id, program_id)
) STRICT;
CREATE INDEX membership_by_program ON membership (program_id, state);

CREATE TABLE period (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  program_id INTEGER NOT NULL REFERENCES program,
  name TEXT NOT NULL,
  begin_s INTEGER NOT NULL,
  end_s INTEGER NOT NULL,
  due_s INTEGER NOT NULL,
  closed_s INTEGER,
  reopened INTEGER NOT NULL,
  reopen_reason TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  UNIQUE (program_id, name),
  CONSTRAINT period_order CHECK (begin_s < end_s AND due_s >= end_s)
) STRICT;
CREATE INDEX period_by_time ON period (program_id, begin_s);
CREATE TRIGGER period_apart BEFORE INSERT ON period
WHEN EXISTS (SELECT 1 FROM period WHERE program_id = NEW.program_id
  AND begin_s < NEW.end_s AND end_s > NEW.begin_s)
BEGIN SELECT RAISE(ABORT, 'rule:overlap:two periods of a program may not overlap'); END;
CREATE TABLE rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  rep_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER NOT NULL REFERENCES program,
  sentence TEXT NOT NULL,
  zone TEXT NOT NULL,
  kind TEXT, place TEXT, message TEXT,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX rule_by_rep ON rule (rep_id, program_id) WHERE state = 'active';

CREATE TABLE dayoff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  rep_id INTEGER REFERENCES person,
  program_id INTEGER REFERENCES program,
  day INTEGER NOT NULL,
  zone TEXT, name TEXT, sentence TEXT,
  CHECK ((kind = 'holiday') = (rep_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX dayoff_once ON dayoff
  (day, kind, ifnull(rep_id, 0), ifnull(program_id, 0), ifnull(zone, ''), ifnull(sentence, ''));
CREATE INDEX dayoff_by_rep ON dayoff (rep_id, day);

CREATE TABLE slot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  program_id INTEGER NOT NULL REFERENCES program,
  rep_id INTEGER NOT NULL REFERENCES person,
  begin_s INTEGER NOT NULL,
  end_s INTEGER NOT NULL,
  wall TEXT NOT NULL,
  zone TEXT NOT NULL,
  seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 1000),
  taken INTEGER NOT NULL DEFAULT 0,
  waiting INTEGER NOT NULL DEFAULT 0,
  kind TEXT, place TEXT, message TEXT,
  state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'cancelled')),
  reason TEXT,
  rule_id INTEGER REFERENCES rule,
  occurrence TEXT,
  sequence INTEGER NOT NULL DEFAULT 0,
  ref TEXT,
  CONSTRAINT slot_length CHECK (end_s > begin_s AND end_s <= begin_s + 86400),
  CONSTRAINT seats_held CHECK (taken BETWEEN 0 AND seats),
  CONSTRAINT waiting_held CHECK (waiting >= 0)
) STRICT;
-- The agenda: open sessions of a program by time.
CREATE INDEX slot_by_time ON slot (program_id, begin_s) WHERE state <> 'cancelled';
CREATE INDEX slot_by_rep ON slot (rep_id, begin_s, state, program_id);
CREATE INDEX slot_by_rule ON slot (rule_id, begin_s) WHERE rule_id IS NOT NULL;
CREATE UNIQUE INDEX slot_by_ref ON slot (ref) WHERE ref IS NOT NULL;
CREATE TRIGGER slot_apart_insert BEFORE INSERT ON slot
WHEN NEW.state <> 'cancelled' AND EXISTS (SELECT 1 FROM slot WHERE rep_id = NEW.rep_id
  AND begin_s < NEW.end_s AND begin_s > NEW.begin_s - 86400
  AND end_s > NEW.begin_s AND state <> 'cancelled')
BEGIN SELECT RAISE(ABORT, 'rule:overlap:the rep already has a session then'); END;
CREATE TRIGGER slot_apart_update BEFORE UPDATE OF begin_s, end_s, state, rep_id ON slot BEGIN
  SELECT CASE
    WHEN NEW.state <> 'open' AND EXISTS (SELECT 1 FROM booking WHERE slot_id = NEW.id
      AND state IN ('waiting', 'offered', 'confirmed'))
      THEN RAISE(ABORT, 'rule:below_bookings:somebody has booked the session')
    WHEN NEW.state <> 'cancelled' AND EXISTS (SELECT 1 FROM slot WHERE rep_id = NEW.rep_id
      AND id <> NEW.id AND begin_s < NEW.end_s AND begin_s > NEW.begin_s - 86400
      AND end_s > NEW.begin_s AND state <> 'cancelled')
      THEN RAISE(ABORT, 'rule:overlap:the rep already has a session then')
  END;
END;

CREATE TABLE booking (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  slot_id INTEGER NOT NULL REFERENCES slot,
  marketer_id INTEGER NOT NULL REFERENCES person,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'offered', 'confirmed', 'attended',
    'customer_absent', 'no_show', 'host_absent', 'stepped_out', 'cancelled')),
  begin_s INTEGER NOT NULL DEFAULT 0,
  end_s INTEGER NOT NULL DEFAULT 0,
  queued_s INTEGER NOT NULL,
  offer_until_s INTEGER,
  hope TEXT, reason TEXT, excused TEXT, ref TEXT
) STRICT;
CREATE INDEX booking_by_slot ON booking (slot_id, state);
CREATE INDEX booking_by_marketer ON booking (marketer_id, begin_s);
CREATE UNIQUE INDEX booking_once ON booking (slot_id, marketer_id) WHERE state <> 'cancelled';
CREATE UNIQUE INDEX booking_by_ref ON booking (ref) WHERE ref IS NOT NULL;
CREATE INDEX booking_live_by_time ON booking (begin_s)
  WHERE state IN ('waiting', 'offered', 'confirmed');

-- When somebody is taken, as visitor or as host.
CREATE VIEW busy AS
  SELECT marketer_id AS person_id, slot_id, begin_s, end_s FROM booking
    WHERE state IN ('offered', 'confirmed', 'attended')
  UNION ALL
  SELECT rep_id, id, begin_s, end_s FROM slot WHERE taken > 0 AND state <> 'cancelled';

CREATE TRIGGER booking_seat BEFORE INSERT ON booking BEGIN
  SELECT CASE
    WHEN state <> 'open' AND NEW.state IN ('waiting', 'offered', 'confirmed')
      THEN RAISE(ABORT, 'rule:not_open:the session is not open')
    WHEN taken >= seats AND NEW.state NOT IN ('waiting', 'cancelled')
      THEN RAISE(ABORT, 'rule:full:every seat is taken')
    WHEN rep_id = NEW.marketer_id
      THEN RAISE(ABORT, 'rule:overlap:the rep hosts this very session')
  END FROM slot WHERE id = NEW.slot_id;
END;
-- The times come with booking_count_insert and slot_moves_bookings, so that
-- this one place sees a new seat, a promotion and a session that moves.
CREATE TRIGGER booking_apart BEFORE UPDATE OF state, begin_s, end_s ON booking
WHEN NEW.state IN ('waiting', 'offered', 'confirmed') BEGIN
  SELECT CASE
    WHEN (SELECT state FROM slot WHERE id = NEW.slot_id) <> 'open'
      THEN RAISE(ABORT, 'rule:not_open:the session is not open')
    WHEN NEW.state <> 'waiting' AND EXISTS (SELECT 1 FROM busy
      WHERE person_id IN (NEW.marketer_id, (SELECT rep_id FROM slot WHERE id = NEW.slot_id))
      AND slot_id <> NEW.slot_id AND begin_s < NEW.end_s
      AND begin_s > NEW.begin_s - 86400 AND end_s > NEW.begin_s)
      THEN RAISE(ABORT, 'rule:overlap:somebody has another session then')
  END;
END;

CREATE TRIGGER booking_count_insert AFTER INSERT ON booking BEGIN
  UPDATE booking SET (begin_s, end_s) = (SELECT begin_s, end_s FROM slot WHERE id = NEW.slot_id)
    WHERE id = NEW.id;
  UPDATE slot SET taken = taken + (NEW.state NOT IN ('waiting', 'cancelled')),
    waiting = waiting + (NEW.state = 'waiting') WHERE id = NEW.slot_id AND NEW.state <> 'cancelled';
END;
CREATE TRIGGER booking_count_update AFTER UPDATE OF state ON booking WHEN NEW.state <> OLD.state BEGIN
  UPDATE slot SET
    taken = taken + (NEW.state NOT IN ('waiting', 'cancelled')) - (OLD.state NOT IN ('waiting', 'cancelled')),
    waiting = waiting + (NEW.state = 'waiting') - (OLD.state = 'waiting') WHERE id = NEW.slot_id;
END;
CREATE TRIGGER booking_count_delete AFTER DELETE ON booking WHEN OLD.state <> 'cancelled' BEGIN
  UPDATE slot SET taken = taken - (OLD.state <> 'waiting'),
    waiting = waiting - (OLD.state = 'waiting') WHERE id = OLD.slot_id;
END;
CREATE TRIGGER slot_moves_bookings AFTER UPDATE OF begin_s, end_s ON slot BEGIN
  UPDATE booking SET begin_s = NEW.begin_s, end_s = NEW.end_s WHERE slot_id = NEW.id;
END;

CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  program_id INTEGER NOT NULL REFERENCES program,
  booking_id INTEGER REFERENCES booking,
  author_id INTEGER REFERENCES person,
  side TEXT NOT NULL,
  state TEXT NOT NULL,
  happened TEXT NOT NULL,
  kind TEXT,
  worth INTEGER CHECK (worth BETWEEN 1 AND 5),
  said_s INTEGER NOT NULL,
  submitted_s INTEGER,
  late INTEGER NOT NULL,
  ref TEXT
) STRICT;
CREATE UNIQUE INDEX note_once ON note (booking_id, side) WHERE state <> 'withdrawn' AND booking_id IS NOT NULL;
CREATE INDEX note_by_time ON note (program_id, said_s);
CREATE INDEX note_by_author ON note (author_id, said_s);
CREATE UNIQUE INDEX note_by_ref ON note (ref) WHERE ref IS NOT NULL;

CREATE TABLE observation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  note_id INTEGER NOT NULL REFERENCES note,
  area TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length(text) > 0),
  words_of TEXT NOT NULL,
  may_quote INTEGER NOT NULL,
  starred INTEGER NOT NULL,
  held_back INTEGER NOT NULL,
  cleared INTEGER NOT NULL,
  set_aside TEXT,
  ref TEXT
) STRICT;
CREATE INDEX observation_by_note ON observation (note_id);
CREATE UNIQUE INDEX observation_by_ref ON observation (ref) WHERE ref IS NOT NULL;

CREATE TABLE lead (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  note_id INTEGER NOT NULL REFERENCES note,
  source TEXT NOT NULL,
  alerted TEXT NOT NULL,
  followed TEXT NOT NULL,
  outcome TEXT,
  said_s INTEGER NOT NULL,
  ref TEXT
) STRICT;
CREATE INDEX lead_by_note ON lead (note_id);
CREATE INDEX lead_by_time ON lead (said_s);
CREATE UNIQUE INDEX lead_by_ref ON lead (ref) WHERE ref IS NOT NULL;

CREATE TABLE theme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  program_id INTEGER NOT NULL REFERENCES program,
  name TEXT NOT NULL,
  definition TEXT,
  area TEXT NOT NULL,
  state TEXT NOT NULL,
  parent_id INTEGER REFERENCES theme,
  merged_into INTEGER REFERENCES theme,
  terms TEXT,
  reason TEXT,
  UNIQUE (program_id, name),
  CHECK ((state = 'merged') = (merged_into IS NOT NULL))
) STRICT;

CREATE TABLE coding (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  observation_id INTEGER NOT NULL REFERENCES observation,
  theme_id INTEGER NOT NULL REFERENCES theme,
  by_whom TEXT NOT NULL,
  person_id INTEGER REFERENCES person,
  state TEXT NOT NULL,
  said_s INTEGER NOT NULL DEFAULT 0,
  period_id INTEGER,
  counted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX coding_once ON coding (observation_id, theme_id, ifnull(person_id, 0));
CREATE INDEX coding_by_theme ON coding (theme_id, period_id, said_s, observation_id);

-- What a theme counts in a period, kept as it changes (src/store/derive.c: each
-- trigger costs every start), so that a list of themes costs the same however
-- much was said. `heard` says how often each remark, session, rep and marketer
-- stands there; `theme_count` how many of each do; db check counts anew.
CREATE TABLE heard (
  period_id INTEGER NOT NULL,
  theme_id INTEGER NOT NULL,
  what TEXT NOT NULL,
  key INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (period_id, theme_id, what, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE theme_count (
  period_id INTEGER NOT NULL,
  theme_id INTEGER NOT NULL,
  remarks INTEGER NOT NULL DEFAULT 0,
  sessions INTEGER NOT NULL DEFAULT 0,
  reps INTEGER NOT NULL DEFAULT 0,
  marketers INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (period_id, theme_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  program_id INTEGER NOT NULL REFERENCES program,
  title TEXT NOT NULL,
  area TEXT NOT NULL,
  owner_id INTEGER REFERENCES person,
  due_day INTEGER,
  state TEXT NOT NULL,
  outcome TEXT, reason TEXT,
  done_s INTEGER
) STRICT;
CREATE INDEX action_open ON action (program_id, due_day) WHERE state IN ('proposed', 'agreed', 'doing');

CREATE TABLE action_theme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  action_id INTEGER NOT NULL REFERENCES action,
  theme_id INTEGER NOT NULL REFERENCES theme,
  UNIQUE (action_id, theme_id)
) STRICT;
CREATE INDEX action_by_theme ON action_theme (theme_id);

CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  period_id INTEGER NOT NULL REFERENCES period,
  revision INTEGER NOT NULL,
  at_s INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES person,
  reason TEXT,
  hash TEXT NOT NULL,
  model TEXT NOT NULL,
  audit_hash TEXT,
  UNIQUE (period_id, revision)
) STRICT;
CREATE TRIGGER snapshot_stays BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'rule:state:a closed report never changes'); END;

-- The audit. The chain is over the hashes; payload and salt lie beside it, so
-- that erasing what somebody wrote keeps the chain whole.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at_s INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  acting_for_id INTEGER,
  op TEXT NOT NULL,
  undoes INTEGER,
  undoable INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_by_person ON audit (ifnull(acting_for_id, actor_id), seq);
CREATE INDEX audit_by_time ON audit (at_s);
CREATE INDEX audit_undoes ON audit (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE change (
  seq INTEGER NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  payload TEXT,
  salt BLOB,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (seq, n)
) STRICT;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;
CREATE TRIGGER change_stays BEFORE UPDATE OF seq, n, tbl, row_id, rows, digest ON change
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;
CREATE TRIGGER change_kept BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;

-- One key of one person has one effect and one answer.
CREATE TABLE answer (
  person_id INTEGER NOT NULL,
  key TEXT NOT NULL,
  op TEXT NOT NULL,
  args_hash BLOB NOT NULL,
  at_s INTEGER NOT NULL,
  reply TEXT NOT NULL,
  PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_log (
  id INTEGER PRIMARY KEY,
  at_s INTEGER NOT NULL,
  actor_id INTEGER,
  op TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
