-- What SQLite holds every writer to, whatever the program does. These are made
-- as a connection first writes: kept in the file, each start would read them
-- all, a quarter of what opening the store takes, for people who mostly look.
-- The tables' own constraints stand in the migrations.

-- Somebody runs the program.
CREATE TEMP TRIGGER grant_keep_lifecycle AFTER DELETE ON role_grant WHEN NOT EXISTS (SELECT 1 FROM runner)
BEGIN SELECT RAISE(ABORT, 'rule:last_lifecycle:somebody must keep the lifecycle role'); END;
CREATE TEMP TRIGGER person_keep_lifecycle AFTER UPDATE OF status ON person
WHEN NEW.status = 'left' AND NOT EXISTS (SELECT 1 FROM runner)
BEGIN SELECT RAISE(ABORT, 'rule:last_lifecycle:somebody must keep the lifecycle role'); END;

-- Nothing overlaps.
CREATE TEMP TRIGGER period_apart BEFORE INSERT ON period
WHEN EXISTS (SELECT 1 FROM period WHERE program_id = NEW.program_id
  AND begin_s < NEW.end_s AND end_s > NEW.begin_s)
BEGIN SELECT RAISE(ABORT, 'rule:overlap:two periods of a program may not overlap'); END;
CREATE TEMP TRIGGER slot_apart_insert BEFORE INSERT ON slot
WHEN NEW.state <> 'cancelled' AND EXISTS (SELECT 1 FROM slot WHERE rep_id = NEW.rep_id
  AND begin_s < NEW.end_s AND begin_s > NEW.begin_s - 86400
  AND end_s > NEW.begin_s AND state <> 'cancelled')
BEGIN SELECT RAISE(ABORT, 'rule:overlap:the rep already has a session then'); END;
CREATE TEMP TRIGGER slot_apart_update BEFORE UPDATE OF begin_s, end_s, state, rep_id ON slot BEGIN
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

-- Seats.
CREATE TEMP TRIGGER booking_seat BEFORE INSERT ON booking BEGIN
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
CREATE TEMP TRIGGER booking_apart BEFORE UPDATE OF state, begin_s, end_s ON booking
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
CREATE TEMP TRIGGER booking_count_insert AFTER INSERT ON booking BEGIN
  UPDATE booking SET (begin_s, end_s) = (SELECT begin_s, end_s FROM slot WHERE id = NEW.slot_id)
    WHERE id = NEW.id;
  UPDATE slot SET taken = taken + (NEW.state NOT IN ('waiting', 'cancelled')),
    waiting = waiting + (NEW.state = 'waiting') WHERE id = NEW.slot_id AND NEW.state <> 'cancelled';
END;
CREATE TEMP TRIGGER booking_count_update AFTER UPDATE OF state ON booking WHEN NEW.state <> OLD.state BEGIN
  UPDATE slot SET
    taken = taken + (NEW.state NOT IN ('waiting', 'cancelled')) - (OLD.state NOT IN ('waiting', 'cancelled')),
    waiting = waiting + (NEW.state = 'waiting') - (OLD.state = 'waiting') WHERE id = NEW.slot_id;
END;
CREATE TEMP TRIGGER booking_count_delete AFTER DELETE ON booking WHEN OLD.state <> 'cancelled' BEGIN
  UPDATE slot SET taken = taken - (OLD.state <> 'waiting'),
    waiting = waiting - (OLD.state = 'waiting') WHERE id = OLD.slot_id;
END;
CREATE TEMP TRIGGER slot_moves_bookings AFTER UPDATE OF begin_s, end_s ON slot BEGIN
  UPDATE booking SET begin_s = NEW.begin_s, end_s = NEW.end_s WHERE slot_id = NEW.id;
END;

-- What is written for good.
CREATE TEMP TRIGGER snapshot_stays BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'rule:state:a closed report never changes'); END;
CREATE TEMP TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;
CREATE TEMP TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;
CREATE TEMP TRIGGER change_stays BEFORE UPDATE OF seq, n, tbl, row_id, rows, digest ON change
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;
CREATE TEMP TRIGGER change_kept BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;
