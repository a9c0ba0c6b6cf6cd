CREATE TEMP TRIGGER person_keep_lifecycle AFTER UPDATE OF status ON person
WHEN NEW.status = 'left' AND NOT EXISTS (SELECT 1 FROM runner)
BEGIN SELECT RAISE(ABORT, 'rule:last_lifecycle:somebody must keep the lifecycle role'); END;
