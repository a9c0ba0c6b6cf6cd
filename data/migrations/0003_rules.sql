-- Triggers are a writer's own now: data/rules.sql. Those of slot_tally are gone:
-- what it counts follows in the program's writes, as what a theme counts does,
-- and `db check` counts anew.
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
DROP TRIGGER snapshot_stays;
DROP TRIGGER audit_stays;
DROP TRIGGER audit_kept;
DROP TRIGGER change_stays;
DROP TRIGGER change_kept;
DROP TRIGGER slot_tally_insert;
DROP TRIGGER slot_tally_delete;
DROP TRIGGER slot_tally_update;
