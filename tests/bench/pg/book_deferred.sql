-- As book.sql, where the session's synchronous_commit is off: the first commit
-- lets the next in at once, the second waits until both are on disk.
\set slot :n * :clients + :client_id + 1
\set who 1001 + (:slot - 1) % 10000
\set n :n + 1
SELECT book(:slot, :who, gen_random_uuid());
SELECT set_config('synchronous_commit', 'on', true), pg_logical_emit_message(true, '', '');
