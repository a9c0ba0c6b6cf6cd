-- What one person said of a remark's place stands until somebody else says
-- otherwise, and is kept then ('said_in', 'said_out'): a row a person. An older
-- program does not know these words, so this is a format of its own.
-- Whom the rules look for is made with the rules, as the triggers are.
DROP VIEW runner;
DROP VIEW busy;
