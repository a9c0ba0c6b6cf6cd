CREATE TEMP TRIGGER grant_keep_lifecycle AFTER DELETE ON role_grant WHEN NOT EXISTS (SELECT 1 FROM runner)
BEGIN SELECT RAISE(ABORT, 'rule:last_lifecycle:somebody must keep the lifecycle role'); END;
