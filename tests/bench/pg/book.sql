-- One booking, of a session and for a marketer that no other client takes: the
-- nth of client c is session n * clients + c. Needs -D n=0 -D clients=N.
\set slot :n * :clients + :client_id + 1
\set who 1001 + (:slot - 1) % 10000
\set n :n + 1
SELECT book(:slot, :who, gen_random_uuid());
