-- When somebody is taken, as visitor or as host.
CREATE TEMP VIEW busy AS
  SELECT marketer_id AS person_id, slot_id, begin_s, end_s FROM booking
    WHERE state IN ('offered', 'confirmed', 'attended')
  UNION ALL
  SELECT rep_id, id, begin_s, end_s FROM slot WHERE taken > 0 AND state <> 'cancelled';
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
-- The times come after the row, so that this one place sees a new seat, a
-- promotion and a session that moves.
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
