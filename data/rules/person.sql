-- Who runs the programs: never nobody.
CREATE TEMP VIEW IF NOT EXISTS runner AS
  SELECT 1 FROM role_grant g JOIN person p ON p.id = g.person_id
  WHERE g.role = 'lifecycle' AND p.status = 'active';
CREATE TEMP TRIGGER person_keep_lifecycle AFTER UPDATE OF status ON person
WHEN NEW.status = 'left' AND NOT EXISTS (SELECT 1 FROM runner)
BEGIN SELECT RAISE(ABORT, 'rule:last_lifecycle:somebody must keep the lifecycle role'); END;
