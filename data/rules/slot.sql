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
