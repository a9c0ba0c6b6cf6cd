CREATE TEMP TRIGGER period_apart BEFORE INSERT ON period
WHEN EXISTS (SELECT 1 FROM period WHERE program_id = NEW.program_id
  AND begin_s < NEW.end_s AND end_s > NEW.begin_s)
BEGIN SELECT RAISE(ABORT, 'rule:overlap:two periods of a program may not overlap'); END;
