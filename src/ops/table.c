/* The operation table: one line a capability. */
#include "replife/op.h"

/* Sorted by what people look for first; help shows them in this order. */
#define OP_LIST(X) \
	X(op_status) \
	X(op_whoami) \
	X(op_find_sessions) \
	X(op_week) \
	X(op_book) \
	X(op_cancel) \
	X(op_mine) \
	X(op_progress) \
	X(op_visitors) \
	X(op_offer_accept) \
	X(op_offer_decline) \
	X(op_session_customer_absent) \
	X(op_session_held) \
	X(op_session_host_absent) \
	X(op_session_no_show) \
	X(op_session_stepped_out) \
	X(op_note_add) \
	X(op_note_list) \
	X(op_note_show) \
	X(op_note_edit) \
	X(op_note_excuse) \
	X(op_note_missing) \
	X(op_note_remarks) \
	X(op_note_withdraw) \
	X(op_draft_drop) \
	X(op_draft_list) \
	X(op_draft_save) \
	X(op_draft_show) \
	X(op_quote_clear) \
	X(op_quote_hold_back) \
	X(op_quote_star) \
	X(op_quote_unstar) \
	X(op_lead_list) \
	X(op_theme_accept) \
	X(op_theme_add) \
	X(op_theme_discover) \
	X(op_theme_adopt) \
	X(op_theme_suggest) \
	X(op_theme_list) \
	X(op_theme_show) \
	X(op_theme_edit) \
	X(op_theme_assign) \
	X(op_theme_code) \
	X(op_theme_decline) \
	X(op_theme_merge) \
	X(op_theme_move) \
	X(op_theme_rename) \
	X(op_theme_retire) \
	X(op_theme_set_aside) \
	X(op_theme_split) \
	X(op_theme_agreement) \
	X(op_theme_differ) \
	X(op_theme_unassign) \
	X(op_action_add) \
	X(op_action_list) \
	X(op_action_show) \
	X(op_action_edit) \
	X(op_action_agree) \
	X(op_action_decline) \
	X(op_action_done) \
	X(op_action_start) \
	X(op_action_verify) \
	X(op_report_coverage) \
	X(op_report_participation) \
	X(op_report_themes) \
	X(op_report_changes) \
	X(op_customer_add) \
	X(op_customer_list) \
	X(op_customer_remove) \
	X(op_slot_add) \
	X(op_slot_list) \
	X(op_slot_show) \
	X(op_slot_edit) \
	X(op_slot_cancel) \
	X(op_slot_move) \
	X(op_hours_add) \
	X(op_hours_list) \
	X(op_hours_extra) \
	X(op_hours_preview) \
	X(op_hours_publish) \
	X(op_hours_remove) \
	X(op_hours_skip) \
	X(op_holiday_add) \
	X(op_holiday_list) \
	X(op_holiday_remove) \
	X(op_attendance) \
	X(op_roster_invite) \
	X(op_roster_accept) \
	X(op_roster_list) \
	X(op_roster_decline) \
	X(op_roster_leave) \
	X(op_roster_pause) \
	X(op_roster_resume) \
	X(op_person_add) \
	X(op_person_list) \
	X(op_person_show) \
	X(op_person_edit) \
	X(op_person_grant) \
	X(op_person_leave) \
	X(op_person_revoke) \
	X(op_person_access) \
	X(op_person_bind) \
	X(op_program_add) \
	X(op_program_list) \
	X(op_program_show) \
	X(op_program_edit) \
	X(op_period_list) \
	X(op_period_show) \
	X(op_period_check) \
	X(op_period_close) \
	X(op_period_open) \
	X(op_period_reopen) \
	X(op_log) \
	X(op_undo) \
	X(op_redo) \
	X(op_init) \
	X(op_import_csv) \
	X(op_import_json) \
	X(op_export_csv) \
	X(op_export_json) \
	X(op_db_backup) \
	X(op_db_check) \
	X(op_db_migrate) \
	X(op_db_path) \
	X(op_db_restore) \
	X(op_doctor)

#define X(name) extern const struct op name;
OP_LIST(X)
#undef X

const struct op *const op_table[] = {
#define X(name) &name,
	OP_LIST(X)
#undef X
	NULL,
};
