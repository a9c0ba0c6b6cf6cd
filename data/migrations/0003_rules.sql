-- SQLite reads every trigger at each start, and most starts only look: the rules
-- that hold a writer are made as a table is first written (data/rules), and
-- what follows from a row, as counts of seats do, follows in the program's
-- writes (`db check` counts anew). What never changes is held here.
DROP TRIGGER grant_keep_lifecycle;
DROP TRIGGER person_keep_lifecycle;
DROP TRIGGER period_apart;
DROP TRIGGER slot_apart_insert;
DROP TRIGGER slot_apart_update;
DROP TRIGGER booking_seat;
DROP TRIGGER booking_apart;
DROP TRIGGER booking_count_insert;
DROP TRIGGER booking_count_update;
DROP TRIGGER booking_count_delete;
DROP TRIGGER slot_moves_bookings;
DROP TRIGGER slot_tally_insert;
DROP TRIGGER slot_tally_delete;
DROP TRIGGER slot_tally_update;
