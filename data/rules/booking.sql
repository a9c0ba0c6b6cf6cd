-- When somebody is taken, as visitor or as host.
CREATE TEMP VIEW busy AS
  SELECT marketer_id AS person_id, slot_id, begin_s, end_s FROM booking
    WHERE state = 'offered' OR state = 'confirmed' OR state = 'attended'
  UNION ALL
  SELECT rep_id, id, begin_s, end_s FROM slot WHERE taken > 0 AND state <> 'cancelled';
-- Whoever writes a booking waits for these: a list of three or more words, or a
-- person who is one of two, would make SQLite build a table for it, each time.
CREATE TEMP TRIGGER booking_seat BEFORE INSERT ON booking BEGIN
  SELECT CASE
    WHEN s.state <> 'open' AND (NEW.state = 'waiting' OR NEW.state = 'offered' OR NEW.state = 'confirmed')
      THEN RAISE(ABORT, 'rule:not_open:the session is not open')
    WHEN s.taken >= s.seats AND NEW.state NOT IN ('waiting', 'cancelled')
      THEN RAISE(ABORT, 'rule:full:every seat is taken')
    WHEN s.rep_id = NEW.marketer_id
      THEN RAISE(ABORT, 'rule:overlap:the rep hosts this very session')
    WHEN NEW.state IN ('offered', 'confirmed') AND (EXISTS (SELECT 1 FROM busy b
      WHERE b.person_id = NEW.marketer_id AND b.slot_id <> NEW.slot_id AND b.begin_s < NEW.end_s
      AND b.begin_s > NEW.begin_s - 86400 AND b.end_s > NEW.begin_s)
      OR EXISTS (SELECT 1 FROM busy b
      WHERE b.person_id = s.rep_id AND b.slot_id <> NEW.slot_id AND b.begin_s < NEW.end_s
      AND b.begin_s > NEW.begin_s - 86400 AND b.end_s > NEW.begin_s))
      THEN RAISE(ABORT, 'rule:overlap:somebody has another session then')
  END FROM slot s WHERE s.id = NEW.slot_id;
END;
-- A promotion, and a session that moves.
CREATE TEMP TRIGGER booking_apart BEFORE UPDATE OF state, begin_s, end_s ON booking
WHEN NEW.state = 'waiting' OR NEW.state = 'offered' OR NEW.state = 'confirmed' BEGIN
  SELECT CASE
    WHEN s.state <> 'open'
      THEN RAISE(ABORT, 'rule:not_open:the session is not open')
    WHEN NEW.state <> 'waiting' AND (EXISTS (SELECT 1 FROM busy b
      WHERE b.person_id = NEW.marketer_id AND b.slot_id <> NEW.slot_id AND b.begin_s < NEW.end_s
      AND b.begin_s > NEW.begin_s - 86400 AND b.end_s > NEW.begin_s)
      OR EXISTS (SELECT 1 FROM busy b
      WHERE b.person_id = s.rep_id AND b.slot_id <> NEW.slot_id AND b.begin_s < NEW.end_s
      AND b.begin_s > NEW.begin_s - 86400 AND b.end_s > NEW.begin_s))
      THEN RAISE(ABORT, 'rule:overlap:somebody has another session then')
  END FROM slot s WHERE s.id = NEW.slot_id;
END;
