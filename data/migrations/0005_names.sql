-- A report strikes every name that somebody ever had; those of before stand in
-- what changed.
CREATE INDEX change_of_person ON change (seq, n) WHERE tbl = 'person';
