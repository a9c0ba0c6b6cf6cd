PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT, team TEXT, segment TEXT, zone TEXT,
  status TEXT NOT NULL CHECK (status IN ('active', 'left')),
  owner INTEGER NOT NULL CHECK (owner IN (0, 1)),
  uid INTEGER
) STRICT;
INSERT INTO person VALUES(1,X'01a20aba7ae27805a0ffd33bc570bb3d','root','root',NULL,NULL,NULL,NULL,'active',1,NULL);
INSERT INTO person VALUES(2,X'01a20aba7ae77d0bb41590326408e153','ana','Ana Ruiz','ana@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(3,X'01a20aba7aeb7f8698d5845594e407fe','bo','Bo Lind','bo@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(4,X'01a20aba7aef7a74b5fa6cee224b3c6c','dana','Dana Weber','dana@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(5,X'01a20aba7af377069146df75475ea5f1','kim','Kim Sato','kim@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(6,X'01a20aba7af773be90aebbdaaa9eeca2','zoe','Zoe Park','zoe@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(7,X'01a20aba7afa7e3eb72de93c6313d20e','lea','Lea Blum','lea@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
CREATE TABLE program (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  zone TEXT NOT NULL,
  length_min INTEGER NOT NULL CHECK (length_min BETWEEN 5 AND 1440),
  seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 1000),
  notice_min INTEGER NOT NULL CHECK (notice_min >= 0),
  cancel_min INTEGER NOT NULL CHECK (cancel_min >= 0),
  active_limit INTEGER NOT NULL CHECK (active_limit >= 0),
  goal INTEGER NOT NULL CHECK (goal >= 0),
  offer_min INTEGER NOT NULL CHECK (offer_min > 0)
) STRICT;
INSERT INTO program VALUES(1,X'01a20aba7ae27b88b9b4e7428d9806f9','Rep Life','shadow','Etc/UTC',30,1,60,1440,4,2,240);
CREATE TABLE role_grant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER REFERENCES program,
  role TEXT NOT NULL CHECK (role IN ('marketer', 'rep', 'lifecycle'))
) STRICT;
INSERT INTO role_grant VALUES(1,X'01a20aba7ae27cf3aa26f7c7909440cd',1,NULL,'marketer');
INSERT INTO role_grant VALUES(2,X'01a20aba7ae27e19b77531456e695432',1,NULL,'rep');
INSERT INTO role_grant VALUES(3,X'01a20aba7ae27e42ab5473c3b04a605d',1,NULL,'lifecycle');
INSERT INTO role_grant VALUES(4,X'01a20aba7ae87018a7f90eedbcfd9970',2,1,'rep');
INSERT INTO role_grant VALUES(5,X'01a20aba7aec7202a8149a3266c974c2',3,1,'rep');
INSERT INTO role_grant VALUES(6,X'01a20aba7aef7ce29ff6f8dc64a63489',4,1,'marketer');
INSERT INTO role_grant VALUES(7,X'01a20aba7af379b3af753757e3392b27',5,1,'marketer');
INSERT INTO role_grant VALUES(8,X'01a20aba7af7765dafc5278a2e4e1505',6,1,'marketer');
INSERT INTO role_grant VALUES(9,X'01a20aba7afb70a5bd5eb131e47ec262',7,1,'lifecycle');
CREATE TABLE membership (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER NOT NULL REFERENCES program,
  state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'paused', 'left', 'declined')),
  recruited_by INTEGER REFERENCES person,
  weekly_cap INTEGER NOT NULL CHECK (weekly_cap >= 0),
  paused_until_day INTEGER,
  UNIQUE (person_id, program_id)
) STRICT;
INSERT INTO membership VALUES(1,X'01a20aba7afe795980b433cb92d9df86',2,1,'active',1,0,NULL);
INSERT INTO membership VALUES(2,X'01a20aba7b057c66b211ecc542c0b734',3,1,'active',1,0,NULL);
CREATE TABLE period (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  program_id INTEGER NOT NULL REFERENCES program,
  name TEXT NOT NULL,
  begin_s INTEGER NOT NULL,
  end_s INTEGER NOT NULL,
  due_s INTEGER NOT NULL,
  closed_s INTEGER,
  reopened INTEGER NOT NULL,
  reopen_reason TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  UNIQUE (program_id, name),
  CONSTRAINT period_order CHECK (begin_s < end_s AND due_s >= end_s)
) STRICT;
INSERT INTO period VALUES(1,X'01a20aba7b0c7d55bef70c9544ea0147',1,'2026-H2',1782864000,1798761600,1799971200,NULL,0,NULL,0);
INSERT INTO period VALUES(2,X'01a20aba7b107a23abd8d1afe398d7ad',1,'2026-H1',1767225600,1782864000,1783728000,1783846800,0,NULL,1);
CREATE TABLE rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  rep_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER NOT NULL REFERENCES program,
  sentence TEXT NOT NULL,
  zone TEXT NOT NULL,
  kind TEXT, place TEXT, message TEXT,
  state TEXT NOT NULL
) STRICT;
INSERT INTO rule VALUES(1,X'01a20aba7b1c7939b953b73e876eb6b9',2,1,'every tue 10:00-11:00 60min 2 seats','Europe/Berlin',NULL,NULL,NULL,'active');
CREATE TABLE dayoff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  rep_id INTEGER REFERENCES person,
  program_id INTEGER REFERENCES program,
  day INTEGER NOT NULL,
  zone TEXT, name TEXT, sentence TEXT,
  CHECK ((kind = 'holiday') = (rep_id IS NULL))
) STRICT;
CREATE TABLE slot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  program_id INTEGER NOT NULL REFERENCES program,
  rep_id INTEGER NOT NULL REFERENCES person,
  begin_s INTEGER NOT NULL,
  end_s INTEGER NOT NULL,
  wall TEXT NOT NULL,
  zone TEXT NOT NULL,
  seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 1000),
  taken INTEGER NOT NULL DEFAULT 0,
  waiting INTEGER NOT NULL DEFAULT 0,
  kind TEXT, place TEXT, message TEXT,
  state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'cancelled')),
  reason TEXT,
  rule_id INTEGER REFERENCES rule,
  occurrence TEXT,
  sequence INTEGER NOT NULL DEFAULT 0,
  ref TEXT,
  CONSTRAINT slot_length CHECK (end_s > begin_s AND end_s <= begin_s + 86400),
  CONSTRAINT seats_held CHECK (taken BETWEEN 0 AND seats),
  CONSTRAINT waiting_held CHECK (waiting >= 0)
) STRICT;
INSERT INTO slot VALUES(1,X'01a20aba7b2075f3aa90431c171e1b9c',1,2,1782201600,1782205200,'2026-06-23T10:00','Europe/Berlin',2,2,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
INSERT INTO slot VALUES(2,X'01a20aba7b4f7571ab7a1395ee3a8a18',1,2,1795510800,1795512600,'2026-11-24T10:00','Europe/Berlin',2,1,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
INSERT INTO slot VALUES(3,X'01a20aba7b5371b88ae99dbd4265385b',1,2,1795597200,1795599000,'2026-11-25T10:00','Europe/Berlin',1,0,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
CREATE TABLE booking (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  slot_id INTEGER NOT NULL REFERENCES slot,
  marketer_id INTEGER NOT NULL REFERENCES person,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'offered', 'confirmed', 'attended',
    'customer_absent', 'no_show', 'host_absent', 'stepped_out', 'cancelled')),
  begin_s INTEGER NOT NULL DEFAULT 0,
  end_s INTEGER NOT NULL DEFAULT 0,
  queued_s INTEGER NOT NULL,
  offer_until_s INTEGER,
  hope TEXT, reason TEXT, excused TEXT, ref TEXT
) STRICT;
INSERT INTO booking VALUES(1,X'01a20aba7b2570c5a957d6ad86a2deda',1,4,'attended',1782201600,1782205200,1781946000,NULL,NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(2,X'01a20aba7b297f55ac229459e92dc8cf',1,5,'attended',1782201600,1782205200,1781946000,NULL,NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(3,X'01a20aba7b567e29bb1a0d98a128743f',2,4,'confirmed',1795510800,1795512600,1795424400,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  program_id INTEGER NOT NULL REFERENCES program,
  booking_id INTEGER REFERENCES booking,
  author_id INTEGER REFERENCES person,
  side TEXT NOT NULL,
  state TEXT NOT NULL,
  happened TEXT NOT NULL,
  kind TEXT,
  worth INTEGER CHECK (worth BETWEEN 1 AND 5),
  said_s INTEGER NOT NULL,
  submitted_s INTEGER,
  late INTEGER NOT NULL,
  ref TEXT
) STRICT;
INSERT INTO note VALUES(1,X'01a20aba7b2f7426af122f2f808dcf7f',1,1,4,'marketer','submitted','yes',NULL,4,1782201600,1782291600,0,NULL);
INSERT INTO note VALUES(2,X'01a20aba7b34776c898af190f2cc4782',1,2,5,'marketer','submitted','yes',NULL,NULL,1782201600,1782291600,0,NULL);
CREATE TABLE observation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  note_id INTEGER NOT NULL REFERENCES note,
  area TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length(text) > 0),
  words_of TEXT NOT NULL,
  may_quote INTEGER NOT NULL,
  starred INTEGER NOT NULL,
  held_back INTEGER NOT NULL,
  cleared INTEGER NOT NULL,
  set_aside TEXT,
  ref TEXT
) STRICT;
INSERT INTO observation VALUES(1,X'01a20aba7b2f7740a525b4e441bd6d05',1,'information','Nobody had the price list','own',1,0,0,0,NULL,NULL);
INSERT INTO observation VALUES(2,X'01a20aba7b2f79d8b50ca4d4e33a8afb',1,'alerts','The alert came late, after the call','own',1,0,0,0,NULL,NULL);
INSERT INTO observation VALUES(3,X'01a20aba7b347a8783b27b1d91bdf0ca',2,'alerts','Too late again, the alert','own',0,0,0,0,NULL,NULL);
CREATE TABLE lead (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  note_id INTEGER NOT NULL REFERENCES note,
  source TEXT NOT NULL,
  alerted TEXT NOT NULL,
  followed TEXT NOT NULL,
  outcome TEXT,
  said_s INTEGER NOT NULL,
  ref TEXT
) STRICT;
INSERT INTO lead VALUES(1,X'01a20aba7b2f7b57a013451fbd47f4cd',1,'webinar','late','same_day',NULL,1782201600,NULL);
CREATE TABLE theme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  program_id INTEGER NOT NULL REFERENCES program,
  name TEXT NOT NULL,
  definition TEXT,
  area TEXT NOT NULL,
  state TEXT NOT NULL,
  parent_id INTEGER REFERENCES theme,
  merged_into INTEGER REFERENCES theme,
  terms TEXT,
  reason TEXT,
  UNIQUE (program_id, name),
  CHECK ((state = 'merged') = (merged_into IS NOT NULL))
) STRICT;
INSERT INTO theme VALUES(1,X'01a20aba7b1476f68b6b26220aa0c3a8',1,'Alert came late',NULL,'alerts','active',NULL,NULL,'late;too late',NULL);
INSERT INTO theme VALUES(2,X'01a20aba7b18777eadb90a5f3164a766',1,'No price list',NULL,'information','active',NULL,NULL,'price list',NULL);
CREATE TABLE coding (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  observation_id INTEGER NOT NULL REFERENCES observation,
  theme_id INTEGER NOT NULL REFERENCES theme,
  by_whom TEXT NOT NULL,
  person_id INTEGER REFERENCES person,
  state TEXT NOT NULL,
  said_s INTEGER NOT NULL DEFAULT 0,
  period_id INTEGER,
  counted INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO coding VALUES(1,X'01a20aba7b397df3a55eeeeeac9146da',1,2,'codebook',NULL,'active',1782201600,2,1);
INSERT INTO coding VALUES(2,X'01a20aba7b3a7470a4b85c8ee21b5706',2,1,'codebook',NULL,'active',1782201600,2,1);
INSERT INTO coding VALUES(3,X'01a20aba7b3a7533986789caadc34420',3,1,'codebook',NULL,'active',1782201600,2,1);
INSERT INTO coding VALUES(4,X'01a20aba7b3f7116b3a0fe71bd570efb',1,1,'person',1,'active',1782201600,2,1);
CREATE TABLE heard (
  period_id INTEGER NOT NULL,
  theme_id INTEGER NOT NULL,
  what TEXT NOT NULL,
  key INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (period_id, theme_id, what, key)
) STRICT, WITHOUT ROWID;
INSERT INTO heard VALUES(2,1,'marketer',4,2);
INSERT INTO heard VALUES(2,1,'marketer',5,1);
INSERT INTO heard VALUES(2,1,'remark',1,1);
INSERT INTO heard VALUES(2,1,'remark',2,1);
INSERT INTO heard VALUES(2,1,'remark',3,1);
INSERT INTO heard VALUES(2,1,'rep',2,3);
INSERT INTO heard VALUES(2,1,'session',1,3);
INSERT INTO heard VALUES(2,2,'marketer',4,1);
INSERT INTO heard VALUES(2,2,'remark',1,1);
INSERT INTO heard VALUES(2,2,'rep',2,1);
INSERT INTO heard VALUES(2,2,'session',1,1);
CREATE TABLE theme_count (
  period_id INTEGER NOT NULL,
  theme_id INTEGER NOT NULL,
  remarks INTEGER NOT NULL DEFAULT 0,
  sessions INTEGER NOT NULL DEFAULT 0,
  reps INTEGER NOT NULL DEFAULT 0,
  marketers INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (period_id, theme_id)
) STRICT, WITHOUT ROWID;
INSERT INTO theme_count VALUES(2,1,3,1,1,2);
INSERT INTO theme_count VALUES(2,2,1,1,1,1);
CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  program_id INTEGER NOT NULL REFERENCES program,
  title TEXT NOT NULL,
  area TEXT NOT NULL,
  owner_id INTEGER REFERENCES person,
  due_day INTEGER,
  state TEXT NOT NULL,
  outcome TEXT, reason TEXT,
  done_s INTEGER
) STRICT;
INSERT INTO "action" VALUES(1,X'01a20aba7b43708aac7cdaa3a375b60c',1,'Alert within five minutes','alerts',6,NULL,'proposed',NULL,NULL,NULL);
INSERT INTO "action" VALUES(2,X'01a20aba7b467acab494f4eb95a0a569',1,'One price list','information',NULL,NULL,'proposed',NULL,NULL,NULL);
CREATE TABLE action_theme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  action_id INTEGER NOT NULL REFERENCES action,
  theme_id INTEGER NOT NULL REFERENCES theme,
  UNIQUE (action_id, theme_id)
) STRICT;
INSERT INTO action_theme VALUES(1,X'01a20aba7b4373449a08369de8a7eaba',1,1);
INSERT INTO action_theme VALUES(2,X'01a20aba7b467d4082326e8d6b078fb4',2,2);
CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  period_id INTEGER NOT NULL REFERENCES period,
  revision INTEGER NOT NULL,
  at_s INTEGER NOT NULL,
  by_id INTEGER NOT NULL REFERENCES person,
  reason TEXT,
  hash TEXT NOT NULL,
  model TEXT NOT NULL,
  audit_hash TEXT,
  UNIQUE (period_id, revision)
) STRICT;
INSERT INTO snapshot VALUES(1,X'01a20aba7b4b7578a686ab42efd56537',2,1,1783846800,1,NULL,'75f1ea57add0ed9a8e0b5433c29e8024fb39e14ee7fb27cf4b4af59ef8163fe7','{"model":1,"program":"Rep Life","period":{"id":"P-2","name":"2026-H1","start":"2026-01-01T00:00:00Z","end":"2026-07-01T00:00:00Z","first_day":"2026-01-01","last_day":"2026-06-30","due":"2026-07-11T00:00:00Z","state":"closed","revision":1,"zone":"Etc/UTC"},"as_of":"2026-07-12T09:00:00Z","areas":[{"area":"information","remarks":1},{"area":"alerts","remarks":2},{"area":"campaigns","remarks":0},{"area":"other","remarks":0}],"base":{"written_up":1,"write_ups":2,"remarks":3,"in_themes":3,"uncoded":0,"set_aside":0,"marketers":2,"reps":1,"held":1,"offered":1},"participation":{"seats":{"sessions":1,"offered":2,"taken":2,"attended":2,"missed":0,"cancelled":0,"written_up":2,"missing":0,"excused":0},"marketers":{"people":3,"sat_in":2,"goal":2,"met_goal":0},"reps":{"people":2,"hosted":1},"teams":[{"side":"marketing","team":"none given","people":3,"took_part":2,"sessions":2,"written_up":2},{"side":"sales","team":"small teams","people":2,"took_part":1,"sessions":1,"written_up":1}],"by_person":[{"login":"dana","name":"Dana Weber","team":null,"marketer":true,"rep":false,"booked":1,"attended":1,"missed":0,"cancelled":0,"written_up":1,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"kim","name":"Kim Sato","team":null,"marketer":true,"rep":false,"booked":1,"attended":1,"missed":0,"cancelled":0,"written_up":1,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"zoe","name":"Zoe Park","team":null,"marketer":true,"rep":false,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"ana","name":"Ana Ruiz","team":null,"marketer":false,"rep":true,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":1,"seats":2,"taken":2,"held":1},{"login":"bo","name":"Bo Lind","team":null,"marketer":false,"rep":true,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0}]},"coverage":[{"group":"team","name":"none given","sessions":1,"seats":2,"taken":2,"held":1,"written_up":1},{"group":"segment","name":"none given","sessions":1,"seats":2,"taken":2,"held":1,"written_up":1},{"group":"kind","name":"none given","sessions":1,"seats":2,"taken":2,"held":1,"written_up":1}],"themes":[{"rank":1,"id":"T-1","name":"Alert came late","area":"alerts","state":"active","observations":3,"sessions":1,"reps":1,"marketers":2,"front":false,"actions":["A-1"],"quotes":[{"id":"O-1","text":"Nobody had the price list","words_of":"own","personal":false,"by":"Dana Weber"},{"id":"O-2","text":"The alert came late, after the call","words_of":"own","personal":false,"by":"Dana Weber"}]},{"rank":2,"id":"T-2","name":"No price list","area":"information","state":"active","observations":1,"sessions":1,"reps":1,"marketers":1,"front":false,"actions":["A-2"],"quotes":[{"id":"O-1","text":"Nobody had the price list","words_of":"own","personal":false,"by":"Dana Weber"}]}],"actions":[{"id":"A-2","title":"One price list","area":"information","state":"proposed","changed":false,"themes":["T-2"]},{"id":"A-1","title":"Alert within five minutes","area":"alerts","owner":"Zoe Park","state":"proposed","changed":false,"themes":["T-1"]}],"leads":{"seen":1,"alerted":{"yes":0,"late":1,"no":0,"couldnt_see":0},"followed":{"same_hour":0,"same_day":1,"later":0,"couldnt_see":0}}}','df755cab114e2008433ea44b6cae18edd58e6de2ab1a16dae89a98e7e43a00c9');
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at_s INTEGER NOT NULL,
  actor_id INTEGER NOT NULL,
  acting_for_id INTEGER,
  op TEXT NOT NULL,
  undoes INTEGER,
  undoable INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO audit VALUES(1,1781946000,1,NULL,'init',NULL,0,X'6005bebda18229544c55944cff512573101a8af086cfe80cd83f14bb4668989c');
INSERT INTO audit VALUES(2,1781946000,1,NULL,'person add',NULL,1,X'588c564803b061e8f91dbaed8e08fda4e02b6ee4cc1d0aa1c8d3af38d5275b19');
INSERT INTO audit VALUES(3,1781946000,1,NULL,'person add',NULL,1,X'1d177e51e4b7966605e32fc885fbccfcd1f91b25e756459698759417b000a528');
INSERT INTO audit VALUES(4,1781946000,1,NULL,'person add',NULL,1,X'a4e52c6990d56b824dc2e2d1bdac2ddaff3df39fdc62cac61d54c2fa6e7c0af9');
INSERT INTO audit VALUES(5,1781946000,1,NULL,'person add',NULL,1,X'7be976ae0426086bd178cb13146e07e2a261ab6037c57fae4a7c3cd1822d3ae2');
INSERT INTO audit VALUES(6,1781946000,1,NULL,'person add',NULL,1,X'4756a5bb930c48e4dfb14dbef8d423742b959c0a913de151895c44584fa69338');
INSERT INTO audit VALUES(7,1781946000,1,NULL,'person add',NULL,1,X'39775cde39ed079a9c380a0998288331cdaf41c56fc9f962ccd50079036abe85');
INSERT INTO audit VALUES(8,1781946000,1,NULL,'roster invite',NULL,1,X'36714849f8e1e0fd1d36e5283c92fd5847f2ae0bf18a886338d26263674dec2b');
INSERT INTO audit VALUES(9,1781946000,1,2,'roster accept',NULL,1,X'c6d88e482637ca6e840bd70c3c5f09c28620954f609d3142dd34423e85fe73b8');
INSERT INTO audit VALUES(10,1781946000,1,NULL,'roster invite',NULL,1,X'a0af15bef6792408f79f74f72868246b39ec246bda9f9ff964396c7953d66b25');
INSERT INTO audit VALUES(11,1781946000,1,3,'roster accept',NULL,1,X'02299b7ed73828bd56c32fccf497c01c647c9186845fa8d3c90157307cb10093');
INSERT INTO audit VALUES(12,1781946000,1,NULL,'period open',NULL,1,X'd3e0b7034b519e5c6b5bcb9116d2e440506e26a07afc1b73b37178878a472269');
INSERT INTO audit VALUES(13,1781946000,1,NULL,'period open',NULL,1,X'281da18aed343b66b2430a0f1010e7f5d2a406f77691ec27a90cf62316201485');
INSERT INTO audit VALUES(14,1781946000,1,NULL,'theme add',NULL,1,X'35f2e5c40b8fa7eba3e227cf8484f1f660f478371df91311265fd0fb7ed8e9d6');
INSERT INTO audit VALUES(15,1781946000,1,NULL,'theme add',NULL,1,X'5725ba9198ff68f99510ab70aa06a4ae7ce0eac3d850d7039544e7520a12128d');
INSERT INTO audit VALUES(16,1781946000,1,2,'hours add',NULL,1,X'ccff4402cacd721396c14fd7a6767bbc3644fda4ca0db43175ddcd9546667b6e');
INSERT INTO audit VALUES(17,1781946000,1,NULL,'slot add',NULL,1,X'2625d3c6b7b0e16a70b6606d44e9080d003072468972a8ea3a385f5936d55301');
INSERT INTO audit VALUES(18,1781946000,1,4,'book',NULL,1,X'a9597b25f43ad6e350384bd98f66247fe077d3cf5acd5312010b53ef9255e5d1');
INSERT INTO audit VALUES(19,1781946000,1,5,'book',NULL,1,X'88eb6282b6138f266e65aa1e6094b109197c3e6bf5ca36ffb76e8139c3644289');
INSERT INTO audit VALUES(20,1782291600,1,4,'note add',NULL,1,X'7282b9d664528e7cba4a369097ee01fdcc7884f8ca5dbd5c16ed137550a351f5');
INSERT INTO audit VALUES(21,1782291600,1,5,'note add',NULL,1,X'2dd613c2cc1d5891987f24383ec397a71a6bfcde302770558fd91f6afb2ecf89');
INSERT INTO audit VALUES(22,1782291600,1,NULL,'theme code',NULL,1,X'0a57230961b19e242217b6c3fa5b937bcdc9df11bd32b36560c04820fcc9ee82');
INSERT INTO audit VALUES(23,1782291600,1,NULL,'theme assign',NULL,1,X'18e62b31e07912950e5c19e362fc4d38b9006f4c70f9145a7bca8095c74530c0');
INSERT INTO audit VALUES(24,1782291600,1,NULL,'action add',NULL,1,X'a71818c6ddbceb9fdaa13abf17f32fe1c2d651085751604ef6874f4450942e1d');
INSERT INTO audit VALUES(25,1782291600,1,NULL,'action add',NULL,1,X'df755cab114e2008433ea44b6cae18edd58e6de2ab1a16dae89a98e7e43a00c9');
INSERT INTO audit VALUES(26,1783846800,1,NULL,'period close',NULL,0,X'5dfe7ed7991ca9359972033dd8c822d2d55751cf8bb5319770d1f2075cd4bf2d');
INSERT INTO audit VALUES(27,1783846800,1,NULL,'slot add',NULL,1,X'f1bf828ce826daccb3714027a6c36a421aae0d7e59c47d94d0c20297805802ba');
INSERT INTO audit VALUES(28,1783846800,1,NULL,'slot add',NULL,1,X'96c46b57de44aec49bfb0b34094ecf2a2d8c79b1efdc5b3bcdfcfa02303dfbed');
INSERT INTO audit VALUES(29,1795424400,1,4,'book',NULL,1,X'551a04d83f06182847950cd36789ab647aba2640f9dbe6eec3b7356963183c79');
CREATE TABLE change (
  seq INTEGER NOT NULL REFERENCES audit DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  payload TEXT,
  salt BLOB,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (seq, n)
) STRICT;
INSERT INTO change VALUES(1,0,'person',1,1,replace('{"id":1,"uuid":"01a20aba-7ae2-7805-a0ff-d33bc570bb3d","new":{"login":"root","name":"root","status":"active","owner":true}}\n','\n',char(10)),X'dfc386529dfc843bbf2ece0632b31bc9',X'0433b21f5cf5df05fd7c72bfce089a2b240e32e280237f384dcedf2e9fad8069');
INSERT INTO change VALUES(1,1,'program',1,1,replace('{"id":1,"uuid":"01a20aba-7ae2-7b88-b9b4-e7428d9806f9","new":{"name":"Rep Life","kind":"shadow","zone":"Etc/UTC","length_min":30,"seats":1,"notice_min":60,"cancel_min":1440,"active_limit":4,"goal":2,"offer_min":240}}\n','\n',char(10)),X'614b34208f6ed15ddbc00a13782fabe0',X'6d9548e0f540fc068ff5c46151dbc047317dc9a51c78180106654c5267eb85b2');
INSERT INTO change VALUES(1,2,'role_grant',1,3,replace('{"id":1,"uuid":"01a20aba-7ae2-7cf3-aa26-f7c7909440cd","new":{"person_id":1,"role":"marketer"}}\n{"id":2,"uuid":"01a20aba-7ae2-7e19-b775-31456e695432","new":{"person_id":1,"role":"rep"}}\n{"id":3,"uuid":"01a20aba-7ae2-7e42-ab54-73c3b04a605d","new":{"person_id":1,"role":"lifecycle"}}\n','\n',char(10)),X'1f5d405e90beacc67c8dcc05cc8414fd',X'f252a6a2ee57656763d562dee6605a0c1be3d1939a73950f99d724d8a2e4a743');
INSERT INTO change VALUES(2,0,'person',2,1,replace('{"id":2,"uuid":"01a20aba-7ae7-7d0b-b415-90326408e153","new":{"login":"ana","name":"Ana Ruiz","email":"ana@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'8cff82b44952b53a848230cc29abd83c',X'd397910db54b99c3ea465daae9d0a90325dc43b43c759a66b1a030fcee368500');
INSERT INTO change VALUES(2,1,'role_grant',4,1,replace('{"id":4,"uuid":"01a20aba-7ae8-7018-a7f9-0eedbcfd9970","new":{"person_id":2,"program_id":1,"role":"rep"}}\n','\n',char(10)),X'5864b9a39e3b94a3100a0da094facd67',X'559880493320b1bbc8ffd6661275dc1153fc783393cc8f0088f38d95bbed89b3');
INSERT INTO change VALUES(3,0,'person',3,1,replace('{"id":3,"uuid":"01a20aba-7aeb-7f86-98d5-845594e407fe","new":{"login":"bo","name":"Bo Lind","email":"bo@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'63773ddee915a6c138f9fdd7b59764d0',X'2e9a6b532b94dded2e7edab905867f90fa928dcf494f4621331b1b28b233de12');
INSERT INTO change VALUES(3,1,'role_grant',5,1,replace('{"id":5,"uuid":"01a20aba-7aec-7202-a814-9a3266c974c2","new":{"person_id":3,"program_id":1,"role":"rep"}}\n','\n',char(10)),X'3032b601388dd307d652f6a6f63d79bf',X'564f05a5cdfb557f73bb08c9be8a08dc0be58e76548d5ae9219c01bd3264d783');
INSERT INTO change VALUES(4,0,'person',4,1,replace('{"id":4,"uuid":"01a20aba-7aef-7a74-b5fa-6cee224b3c6c","new":{"login":"dana","name":"Dana Weber","email":"dana@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'410f65598b731ccc9ad0b97392bd48e9',X'efaed0df089b17c497255bfcc504e3f2e864391abfa56323168805b98220310d');
INSERT INTO change VALUES(4,1,'role_grant',6,1,replace('{"id":6,"uuid":"01a20aba-7aef-7ce2-9ff6-f8dc64a63489","new":{"person_id":4,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'3d92aba6471a377b8781a1f7349dd547',X'7cfadab98bd5954ebeba7d0704235ff8fbc7ea25a237298a0c8838cbf6a9e703');
INSERT INTO change VALUES(5,0,'person',5,1,replace('{"id":5,"uuid":"01a20aba-7af3-7706-9146-df75475ea5f1","new":{"login":"kim","name":"Kim Sato","email":"kim@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'3778a3d0360d6eccc579641960d2df5b',X'd7acd50d61dffdc989353f1c3683f7fc70a448ecac33cba45b4877f3236c5c27');
INSERT INTO change VALUES(5,1,'role_grant',7,1,replace('{"id":7,"uuid":"01a20aba-7af3-79b3-af75-3757e3392b27","new":{"person_id":5,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'af4a51a163325e98c7537ec416d1c488',X'3ef4962d92148d0033edababc80aa7035d50d9fe9e2cc2cf8a448a44027e6e65');
INSERT INTO change VALUES(6,0,'person',6,1,replace('{"id":6,"uuid":"01a20aba-7af7-73be-90ae-bbdaaa9eeca2","new":{"login":"zoe","name":"Zoe Park","email":"zoe@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'f07fb2541bf682bf497c075aed5d80b8',X'99fe6f6c755105df39dadbbff8f48bcfd0b7a17dd31ef3cdf737756e3c66ad85');
INSERT INTO change VALUES(6,1,'role_grant',8,1,replace('{"id":8,"uuid":"01a20aba-7af7-765d-afc5-278a2e4e1505","new":{"person_id":6,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'1048dfb340f4b8460dac647fc0d84725',X'53bc99e61e41c11e2640c82bf80cbf7986d527ee93367bb0033ca74176498a36');
INSERT INTO change VALUES(7,0,'person',7,1,replace('{"id":7,"uuid":"01a20aba-7afa-7e3e-b72d-e93c6313d20e","new":{"login":"lea","name":"Lea Blum","email":"lea@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'cddccbdf949e078926b00d5c5ea498b3',X'a1a191301006e2f6953aaf2e66d6791f16ac21847675162e23dab5aa6d803c20');
INSERT INTO change VALUES(7,1,'role_grant',9,1,replace('{"id":9,"uuid":"01a20aba-7afb-70a5-bd5e-b131e47ec262","new":{"person_id":7,"program_id":1,"role":"lifecycle"}}\n','\n',char(10)),X'3fb3534466688a093945344b8e75a1a3',X'060883763609984b4f508ece249a675460066a68dd1ebb4f7de4fa95feec7469');
INSERT INTO change VALUES(8,0,'membership',1,1,replace('{"id":1,"uuid":"01a20aba-7afe-7959-80b4-33cb92d9df86","new":{"person_id":2,"program_id":1,"state":"invited","recruited_by":1,"weekly_cap":0}}\n','\n',char(10)),X'f50f62094bd901e194e4cc832c9baeb7',X'ef1d021762d553ec7b6eb25d68a96303ed1a5630c0566c95e96bb0bcb878e278');
INSERT INTO change VALUES(9,0,'membership',1,1,replace('{"id":1,"old":{"state":"invited"},"new":{"state":"active"}}\n','\n',char(10)),X'82396b4f2518e4d02fac3c4392f8c7c2',X'cb16a443fa66992faf8a04403228b81d919042d42f972a9f3af84265274ef5a5');
INSERT INTO change VALUES(10,0,'membership',2,1,replace('{"id":2,"uuid":"01a20aba-7b05-7c66-b211-ecc542c0b734","new":{"person_id":3,"program_id":1,"state":"invited","recruited_by":1,"weekly_cap":0}}\n','\n',char(10)),X'411bcb92ecbc4de66896573d6104fa62',X'e4a3f2c83351d09350f3a3774a0f04b3aa6cbad293baf3145f28c39590b3c3f5');
INSERT INTO change VALUES(11,0,'membership',2,1,replace('{"id":2,"old":{"state":"invited"},"new":{"state":"active"}}\n','\n',char(10)),X'0d7530a4b545186c79562df3e8df347f',X'd3ca8b4d16bb54723366583d7b7d99ef0619c0df4cb41b795560e96b309f2fc8');
INSERT INTO change VALUES(12,0,'period',1,1,replace('{"id":1,"uuid":"01a20aba-7b0c-7d55-bef7-0c9544ea0147","new":{"program_id":1,"name":"2026-H2","begin_s":1782864000,"end_s":1798761600,"due_s":1799971200,"reopened":false,"revision":0}}\n','\n',char(10)),X'3cc402ce3384af9d038e74f0e9fadb90',X'd162eb58c801500b09dc12baf12d73960b9cebd659c58aa633f549d54a27416d');
INSERT INTO change VALUES(13,0,'period',2,1,replace('{"id":2,"uuid":"01a20aba-7b10-7a23-abd8-d1afe398d7ad","new":{"program_id":1,"name":"2026-H1","begin_s":1767225600,"end_s":1782864000,"due_s":1783728000,"reopened":false,"revision":0}}\n','\n',char(10)),X'0c837103c2854f7abca24a9118b5a9bb',X'16606ec044e26e922002ede8dc997bc871bbd3c329bf2b3f403f044172f5a04b');
INSERT INTO change VALUES(14,0,'theme',1,1,replace('{"id":1,"uuid":"01a20aba-7b14-76f6-8b6b-26220aa0c3a8","new":{"program_id":1,"name":"Alert came late","area":"alerts","state":"active","terms":"late;too late"}}\n','\n',char(10)),X'5855804357971a631de0c05232f87fe8',X'65f6d18c461bd065fb98eb47506714dd764a0148d74ee00dd5dd7f49f8e7bd5d');
INSERT INTO change VALUES(15,0,'theme',2,1,replace('{"id":2,"uuid":"01a20aba-7b18-777e-adb9-0a5f3164a766","new":{"program_id":1,"name":"No price list","area":"information","state":"active","terms":"price list"}}\n','\n',char(10)),X'cdaa4e0a8439c24140305e69ac83052f',X'63f08cb8ffa680a203b7a4c36a0c67c5ef23e4bf865a556ba3de53002fd2fe87');
INSERT INTO change VALUES(16,0,'rule',1,1,replace('{"id":1,"uuid":"01a20aba-7b1c-7939-b953-b73e876eb6b9","new":{"rep_id":2,"program_id":1,"sentence":"every tue 10:00-11:00 60min 2 seats","zone":"Europe/Berlin","state":"active"}}\n','\n',char(10)),X'fda683fd335d62fbac3dc28e3b4c7062',X'9d1266176b5ea769ff55de0369feaaa710f256f3acbe2b989ecc7d7fd14a04ee');
INSERT INTO change VALUES(17,0,'slot',1,1,replace('{"id":1,"uuid":"01a20aba-7b20-75f3-aa90-431c171e1b9c","new":{"program_id":1,"rep_id":2,"begin_s":1782201600,"end_s":1782205200,"wall":"2026-06-23T10:00","zone":"Europe/Berlin","seats":2,"state":"open","sequence":0}}\n','\n',char(10)),X'16747942410a0523980bd1b5148682f7',X'8e0a92720bc23bacd9a43b47a9d255fd29ef3a6059618af18b56dd537a831129');
INSERT INTO change VALUES(18,0,'booking',1,1,replace('{"id":1,"uuid":"01a20aba-7b25-70c5-a957-d6ad86a2deda","new":{"slot_id":1,"marketer_id":4,"state":"confirmed","queued_s":1781946000}}\n','\n',char(10)),X'b05e35bab84932de0c380cda2cffcc80',X'a20f39d5625dd77872cb59e06aef13e7dde77c9735909401153c730f03d3cff5');
INSERT INTO change VALUES(19,0,'booking',2,1,replace('{"id":2,"uuid":"01a20aba-7b29-7f55-ac22-9459e92dc8cf","new":{"slot_id":1,"marketer_id":5,"state":"confirmed","queued_s":1781946000}}\n','\n',char(10)),X'3b30a01e1270110bbecd5274984e8a88',X'4ac56c1bdde2bd03adf54af2bb8d9ecfbc8f4cf23ea7ad4e42ca64a13a371aac');
INSERT INTO change VALUES(20,0,'note',1,1,replace('{"id":1,"uuid":"01a20aba-7b2f-7426-af12-2f2f808dcf7f","new":{"program_id":1,"booking_id":1,"author_id":4,"side":"marketer","state":"submitted","happened":"yes","worth":4,"said_s":1782201600,"submitted_s":1782291600,"late":false}}\n','\n',char(10)),X'f22f8f5df956a96ba4952d8cc1d72d56',X'5b7df27c40a8b4fbc06550a18884f4b8beffaf4cf644c887bf05862c23567233');
INSERT INTO change VALUES(20,1,'observation',1,2,replace('{"id":1,"uuid":"01a20aba-7b2f-7740-a525-b4e441bd6d05","new":{"note_id":1,"area":"information","text":"Nobody had the price list","words_of":"own","may_quote":true,"starred":false,"held_back":false,"cleared":false}}\n{"id":2,"uuid":"01a20aba-7b2f-79d8-b50c-a4d4e33a8afb","new":{"note_id":1,"area":"alerts","text":"The alert came late, after the call","words_of":"own","may_quote":true,"starred":false,"held_back":false,"cleared":false}}\n','\n',char(10)),X'44a6558c0192d7949c6a6f00030772cf',X'2b7b80a91ebb08a30bcdefa7d7218e0e4e6701fa716ca0d549317a893711e2ce');
INSERT INTO change VALUES(20,2,'lead',1,1,replace('{"id":1,"uuid":"01a20aba-7b2f-7b57-a013-451fbd47f4cd","new":{"note_id":1,"source":"webinar","alerted":"late","followed":"same_day","said_s":1782201600}}\n','\n',char(10)),X'f6b83a967824d8128e2632aec0463f66',X'39f8489e5d03b7320f2199fa99aae792c57ada53a7d6deef50254dd6de315a35');
INSERT INTO change VALUES(20,3,'booking',1,1,replace('{"id":1,"old":{"state":"confirmed"},"new":{"state":"attended"}}\n','\n',char(10)),X'768b7597fcf6509dae38af7aa62cd080',X'fc2981c89f8ffb62f096305fe8eb750760cb8b758c86a7ba050f1da1fcef1e22');
INSERT INTO change VALUES(21,0,'note',2,1,replace('{"id":2,"uuid":"01a20aba-7b34-776c-898a-f190f2cc4782","new":{"program_id":1,"booking_id":2,"author_id":5,"side":"marketer","state":"submitted","happened":"yes","said_s":1782201600,"submitted_s":1782291600,"late":false}}\n','\n',char(10)),X'5f90ae2d24fe2ab566c14d467c867326',X'4194f0a39b59771dbd28a38024fd0ce1ca34af1ffd53337800a7ab15175734ad');
INSERT INTO change VALUES(21,1,'observation',3,1,replace('{"id":3,"uuid":"01a20aba-7b34-7a87-83b2-7b1d91bdf0ca","new":{"note_id":2,"area":"alerts","text":"Too late again, the alert","words_of":"own","may_quote":false,"starred":false,"held_back":false,"cleared":false}}\n','\n',char(10)),X'fb151ec798d80b49a2b7861dd6f57029',X'33b79280ceb2ec83b50a274781a40f519abdf266a5f499608c3565292164c78a');
INSERT INTO change VALUES(21,2,'booking',2,1,replace('{"id":2,"old":{"state":"confirmed"},"new":{"state":"attended"}}\n','\n',char(10)),X'35e8a05b1bc6c61b3d359e38adf25e21',X'31104dbd84f8034a688bfdeb1415e33211ff2959aadbfe4174be8072dcb7a5de');
INSERT INTO change VALUES(22,0,'coding',1,3,replace('{"id":1,"uuid":"01a20aba-7b39-7df3-a55e-eeeeac9146da","new":{"observation_id":1,"theme_id":2,"by_whom":"codebook","state":"active"}}\n{"id":2,"uuid":"01a20aba-7b3a-7470-a4b8-5c8ee21b5706","new":{"observation_id":2,"theme_id":1,"by_whom":"codebook","state":"active"}}\n{"id":3,"uuid":"01a20aba-7b3a-7533-9867-89caadc34420","new":{"observation_id":3,"theme_id":1,"by_whom":"codebook","state":"active"}}\n','\n',char(10)),X'5de8ff65718d9afb67592a52ed74f784',X'e6435bc59b8454a96db2b1dda8434c747cf998cd998e128ce7a3b58d63cb3efa');
INSERT INTO change VALUES(23,0,'coding',4,1,replace('{"id":4,"uuid":"01a20aba-7b3f-7116-b3a0-fe71bd570efb","new":{"observation_id":1,"theme_id":1,"by_whom":"person","person_id":1,"state":"active"}}\n','\n',char(10)),X'71e51ba1ea6778c8dfa32cbd5633ca91',X'46a3c05c7810b0c53951f9350fa43462ed8eafd1fcc6b4c9309c1df25258551f');
INSERT INTO change VALUES(24,0,'action',1,1,replace('{"id":1,"uuid":"01a20aba-7b43-708a-ac7c-daa3a375b60c","new":{"program_id":1,"title":"Alert within five minutes","area":"alerts","owner_id":6,"state":"proposed"}}\n','\n',char(10)),X'cdf1236e8f461cee26583cdfa410258e',X'92b12addcf85c4390803c0a8f911aa4d241709a703f7f73bcb34b97c913256ca');
INSERT INTO change VALUES(24,1,'action_theme',1,1,replace('{"id":1,"uuid":"01a20aba-7b43-7344-9a08-369de8a7eaba","new":{"action_id":1,"theme_id":1}}\n','\n',char(10)),X'276a457c067e777d14714490a3accde6',X'8a08aa64c53de74adca93abc2bccadea914cf992d859839530e95328a005cac5');
INSERT INTO change VALUES(25,0,'action',2,1,replace('{"id":2,"uuid":"01a20aba-7b46-7aca-b494-f4eb95a0a569","new":{"program_id":1,"title":"One price list","area":"information","state":"proposed"}}\n','\n',char(10)),X'fae2c10cf5db90b48ef7685ccee9dcc4',X'ae910a394d0ffd5632285a0e52163d763a710b0479b16dc61ae4d8f292ed1faa');
INSERT INTO change VALUES(25,1,'action_theme',2,1,replace('{"id":2,"uuid":"01a20aba-7b46-7d40-8232-6e8d6b078fb4","new":{"action_id":2,"theme_id":2}}\n','\n',char(10)),X'1f3cae5e447accb865232499c81d7da6',X'262753fd820db64a73dee4ff54ff18c667a455496f3f523ae93c681f6004d52b');
INSERT INTO change VALUES(26,0,'period',2,1,replace('{"id":2,"old":{"closed_s":null,"revision":0},"new":{"closed_s":1783846800,"revision":1}}\n','\n',char(10)),X'3949e158a6ee28d51cee0ae8840f87c8',X'e427e5ecaa8ace97ec9890953cd6daa301db4b55c64a4f634452cb09e134bd7d');
INSERT INTO change VALUES(26,1,'snapshot',1,1,replace('{"id":1,"uuid":"01a20aba-7b4b-7578-a686-ab42efd56537","new":{"period_id":2,"revision":1,"at_s":1783846800,"by_id":1,"hash":"75f1ea57add0ed9a8e0b5433c29e8024fb39e14ee7fb27cf4b4af59ef8163fe7","model":"{\"model\":1,\"program\":\"Rep Life\",\"period\":{\"id\":\"P-2\",\"name\":\"2026-H1\",\"start\":\"2026-01-01T00:00:00Z\",\"end\":\"2026-07-01T00:00:00Z\",\"first_day\":\"2026-01-01\",\"last_day\":\"2026-06-30\",\"due\":\"2026-07-11T00:00:00Z\",\"state\":\"closed\",\"revision\":1,\"zone\":\"Etc/UTC\"},\"as_of\":\"2026-07-12T09:00:00Z\",\"areas\":[{\"area\":\"information\",\"remarks\":1},{\"area\":\"alerts\",\"remarks\":2},{\"area\":\"campaigns\",\"remarks\":0},{\"area\":\"other\",\"remarks\":0}],\"base\":{\"written_up\":1,\"write_ups\":2,\"remarks\":3,\"in_themes\":3,\"uncoded\":0,\"set_aside\":0,\"marketers\":2,\"reps\":1,\"held\":1,\"offered\":1},\"participation\":{\"seats\":{\"sessions\":1,\"offered\":2,\"taken\":2,\"attended\":2,\"missed\":0,\"cancelled\":0,\"written_up\":2,\"missing\":0,\"excused\":0},\"marketers\":{\"people\":3,\"sat_in\":2,\"goal\":2,\"met_goal\":0},\"reps\":{\"people\":2,\"hosted\":1},\"teams\":[{\"side\":\"marketing\",\"team\":\"none given\",\"people\":3,\"took_part\":2,\"sessions\":2,\"written_up\":2},{\"side\":\"sales\",\"team\":\"small teams\",\"people\":2,\"took_part\":1,\"sessions\":1,\"written_up\":1}],\"by_person\":[{\"login\":\"dana\",\"name\":\"Dana Weber\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":1,\"attended\":1,\"missed\":0,\"cancelled\":0,\"written_up\":1,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"kim\",\"name\":\"Kim Sato\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":1,\"attended\":1,\"missed\":0,\"cancelled\":0,\"written_up\":1,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"zoe\",\"name\":\"Zoe Park\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"ana\",\"name\":\"Ana Ruiz\",\"team\":null,\"marketer\":false,\"rep\":true,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":1,\"seats\":2,\"taken\":2,\"held\":1},{\"login\":\"bo\",\"name\":\"Bo Lind\",\"team\":null,\"marketer\":false,\"rep\":true,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0}]},\"coverage\":[{\"group\":\"team\",\"name\":\"none given\",\"sessions\":1,\"seats\":2,\"taken\":2,\"held\":1,\"written_up\":1},{\"group\":\"segment\",\"name\":\"none given\",\"sessions\":1,\"seats\":2,\"taken\":2,\"held\":1,\"written_up\":1},{\"group\":\"kind\",\"name\":\"none given\",\"sessions\":1,\"seats\":2,\"taken\":2,\"held\":1,\"written_up\":1}],\"themes\":[{\"rank\":1,\"id\":\"T-1\",\"name\":\"Alert came late\",\"area\":\"alerts\",\"state\":\"active\",\"observations\":3,\"sessions\":1,\"reps\":1,\"marketers\":2,\"front\":false,\"actions\":[\"A-1\"],\"quotes\":[{\"id\":\"O-1\",\"text\":\"Nobody had the price list\",\"words_of\":\"own\",\"personal\":false,\"by\":\"Dana Weber\"},{\"id\":\"O-2\",\"text\":\"The alert came late, after the call\",\"words_of\":\"own\",\"personal\":false,\"by\":\"Dana Weber\"}]},{\"rank\":2,\"id\":\"T-2\",\"name\":\"No price list\",\"area\":\"information\",\"state\":\"active\",\"observations\":1,\"sessions\":1,\"reps\":1,\"marketers\":1,\"front\":false,\"actions\":[\"A-2\"],\"quotes\":[{\"id\":\"O-1\",\"text\":\"Nobody had the price list\",\"words_of\":\"own\",\"personal\":false,\"by\":\"Dana Weber\"}]}],\"actions\":[{\"id\":\"A-2\",\"title\":\"One price list\",\"area\":\"information\",\"state\":\"proposed\",\"changed\":false,\"themes\":[\"T-2\"]},{\"id\":\"A-1\",\"title\":\"Alert within five minutes\",\"area\":\"alerts\",\"owner\":\"Zoe Park\",\"state\":\"proposed\",\"changed\":false,\"themes\":[\"T-1\"]}],\"leads\":{\"seen\":1,\"alerted\":{\"yes\":0,\"late\":1,\"no\":0,\"couldnt_see\":0},\"followed\":{\"same_hour\":0,\"same_day\":1,\"later\":0,\"couldnt_see\":0}}}","audit_hash":"df755cab114e2008433ea44b6cae18edd58e6de2ab1a16dae89a98e7e43a00c9"}}\n','\n',char(10)),X'3dbb1e463758f4ef56a2383278f3b741',X'1ecc72c6055785556e4159522e53cb7cfd8c15b1afd111986a75c346c195fe9e');
INSERT INTO change VALUES(27,0,'slot',2,1,replace('{"id":2,"uuid":"01a20aba-7b4f-7571-ab7a-1395ee3a8a18","new":{"program_id":1,"rep_id":2,"begin_s":1795510800,"end_s":1795512600,"wall":"2026-11-24T10:00","zone":"Europe/Berlin","seats":2,"state":"open","sequence":0}}\n','\n',char(10)),X'3d6056b10b623a7537dc26d6089c90d3',X'27505377d84b63bf467176d8e5e62ef63d9a28d894adaa4bc8aef886c3fd7239');
INSERT INTO change VALUES(28,0,'slot',3,1,replace('{"id":3,"uuid":"01a20aba-7b53-71b8-8ae9-9dbd4265385b","new":{"program_id":1,"rep_id":2,"begin_s":1795597200,"end_s":1795599000,"wall":"2026-11-25T10:00","zone":"Europe/Berlin","seats":1,"state":"open","sequence":0}}\n','\n',char(10)),X'af9cd5e5373b10084ad45f960380d569',X'54c9bd44a7d15353d7cc15dd8711a0c9b8491ce623e1e1251c2eab8e73045a94');
INSERT INTO change VALUES(29,0,'booking',3,1,replace('{"id":3,"uuid":"01a20aba-7b56-7e29-bb1a-0d98a128743f","new":{"slot_id":2,"marketer_id":4,"state":"confirmed","queued_s":1795424400}}\n','\n',char(10)),X'69fd142cf100f8ba397f49f2e9492d9d',X'154355252e95dca57cb2345925cd08538e01cf5cee86282efe62e7596a3a4779');
CREATE TABLE answer (
  person_id INTEGER NOT NULL,
  key TEXT NOT NULL,
  op TEXT NOT NULL,
  args_hash BLOB NOT NULL,
  at_s INTEGER NOT NULL,
  reply TEXT NOT NULL,
  PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE access_log (
  id INTEGER PRIMARY KEY,
  at_s INTEGER NOT NULL,
  actor_id INTEGER,
  op TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('person',7);
INSERT INTO sqlite_sequence VALUES('program',1);
INSERT INTO sqlite_sequence VALUES('role_grant',9);
INSERT INTO sqlite_sequence VALUES('membership',2);
INSERT INTO sqlite_sequence VALUES('period',2);
INSERT INTO sqlite_sequence VALUES('theme',2);
INSERT INTO sqlite_sequence VALUES('rule',1);
INSERT INTO sqlite_sequence VALUES('slot',3);
INSERT INTO sqlite_sequence VALUES('booking',3);
INSERT INTO sqlite_sequence VALUES('note',2);
INSERT INTO sqlite_sequence VALUES('observation',3);
INSERT INTO sqlite_sequence VALUES('lead',1);
INSERT INTO sqlite_sequence VALUES('coding',4);
INSERT INTO sqlite_sequence VALUES('action',2);
INSERT INTO sqlite_sequence VALUES('action_theme',2);
INSERT INTO sqlite_sequence VALUES('snapshot',1);
CREATE UNIQUE INDEX person_owner ON person (owner) WHERE owner = 1;
CREATE UNIQUE INDEX grant_once ON role_grant (person_id, role, ifnull(program_id, 0));
CREATE INDEX grant_lifecycle ON role_grant (role, person_id) WHERE role = 'lifecycle';
CREATE VIEW runner AS
  SELECT 1 FROM role_grant g JOIN person p ON p.id = g.person_id
  WHERE g.role = 'lifecycle' AND p.status = 'active';
CREATE TRIGGER grant_keep_lifecycle AFTER DELETE ON role_grant WHEN NOT EXISTS (SELECT 1 FROM runner)
BEGIN SELECT RAISE(ABORT, 'rule:last_lifecycle:somebody must keep the lifecycle role'); END;
CREATE TRIGGER person_keep_lifecycle AFTER UPDATE OF status ON person
WHEN NEW.status = 'left' AND NOT EXISTS (SELECT 1 FROM runner)
BEGIN SELECT RAISE(ABORT, 'rule:last_lifecycle:somebody must keep the lifecycle role'); END;
CREATE INDEX membership_by_program ON membership (program_id, state);
CREATE INDEX period_by_time ON period (program_id, begin_s);
CREATE TRIGGER period_apart BEFORE INSERT ON period
WHEN EXISTS (SELECT 1 FROM period WHERE program_id = NEW.program_id
  AND begin_s < NEW.end_s AND end_s > NEW.begin_s)
BEGIN SELECT RAISE(ABORT, 'rule:overlap:two periods of a program may not overlap'); END;
CREATE INDEX rule_by_rep ON rule (rep_id, program_id) WHERE state = 'active';
CREATE UNIQUE INDEX dayoff_once ON dayoff
  (day, kind, ifnull(rep_id, 0), ifnull(program_id, 0), ifnull(zone, ''), ifnull(sentence, ''));
CREATE INDEX dayoff_by_rep ON dayoff (rep_id, day);
CREATE INDEX slot_by_time ON slot (program_id, begin_s) WHERE state <> 'cancelled';
CREATE INDEX slot_by_rep ON slot (rep_id, begin_s);
CREATE INDEX slot_by_rule ON slot (rule_id, begin_s) WHERE rule_id IS NOT NULL;
CREATE UNIQUE INDEX slot_by_ref ON slot (ref) WHERE ref IS NOT NULL;
CREATE TRIGGER slot_apart_insert BEFORE INSERT ON slot
WHEN NEW.state <> 'cancelled' AND EXISTS (SELECT 1 FROM slot WHERE rep_id = NEW.rep_id
  AND begin_s < NEW.end_s AND begin_s > NEW.begin_s - 86400
  AND end_s > NEW.begin_s AND state <> 'cancelled')
BEGIN SELECT RAISE(ABORT, 'rule:overlap:the rep already has a session then'); END;
CREATE TRIGGER slot_apart_update BEFORE UPDATE OF begin_s, end_s, state, rep_id ON slot BEGIN
  SELECT CASE
    WHEN NEW.state <> 'open' AND EXISTS (SELECT 1 FROM booking WHERE slot_id = NEW.id
      AND state IN ('waiting', 'offered', 'confirmed'))
      THEN RAISE(ABORT, 'rule:below_bookings:somebody has booked the session')
    WHEN NEW.state <> 'cancelled' AND EXISTS (SELECT 1 FROM slot WHERE rep_id = NEW.rep_id
      AND id <> NEW.id AND begin_s < NEW.end_s AND begin_s > NEW.begin_s - 86400
      AND end_s > NEW.begin_s AND state <> 'cancelled')
      THEN RAISE(ABORT, 'rule:overlap:the rep already has a session then')
  END;
END;
CREATE INDEX booking_by_slot ON booking (slot_id, state);
CREATE INDEX booking_by_marketer ON booking (marketer_id, begin_s);
CREATE UNIQUE INDEX booking_once ON booking (slot_id, marketer_id) WHERE state <> 'cancelled';
CREATE UNIQUE INDEX booking_by_ref ON booking (ref) WHERE ref IS NOT NULL;
CREATE INDEX booking_live_by_time ON booking (begin_s)
  WHERE state IN ('waiting', 'offered', 'confirmed');
CREATE VIEW busy AS
  SELECT marketer_id AS person_id, slot_id, begin_s, end_s FROM booking
    WHERE state IN ('offered', 'confirmed', 'attended')
  UNION ALL
  SELECT rep_id, id, begin_s, end_s FROM slot WHERE taken > 0 AND state <> 'cancelled';
CREATE TRIGGER booking_seat BEFORE INSERT ON booking BEGIN
  SELECT CASE
    WHEN state <> 'open' AND NEW.state IN ('waiting', 'offered', 'confirmed')
      THEN RAISE(ABORT, 'rule:not_open:the session is not open')
    WHEN taken >= seats AND NEW.state NOT IN ('waiting', 'cancelled')
      THEN RAISE(ABORT, 'rule:full:every seat is taken')
    WHEN rep_id = NEW.marketer_id
      THEN RAISE(ABORT, 'rule:overlap:the rep hosts this very session')
  END FROM slot WHERE id = NEW.slot_id;
END;
CREATE TRIGGER booking_apart BEFORE UPDATE OF state, begin_s, end_s ON booking
WHEN NEW.state IN ('waiting', 'offered', 'confirmed') BEGIN
  SELECT CASE
    WHEN (SELECT state FROM slot WHERE id = NEW.slot_id) <> 'open'
      THEN RAISE(ABORT, 'rule:not_open:the session is not open')
    WHEN NEW.state <> 'waiting' AND EXISTS (SELECT 1 FROM busy
      WHERE person_id IN (NEW.marketer_id, (SELECT rep_id FROM slot WHERE id = NEW.slot_id))
      AND slot_id <> NEW.slot_id AND begin_s < NEW.end_s
      AND begin_s > NEW.begin_s - 86400 AND end_s > NEW.begin_s)
      THEN RAISE(ABORT, 'rule:overlap:somebody has another session then')
  END;
END;
CREATE TRIGGER booking_count_insert AFTER INSERT ON booking BEGIN
  UPDATE booking SET (begin_s, end_s) = (SELECT begin_s, end_s FROM slot WHERE id = NEW.slot_id)
    WHERE id = NEW.id;
  UPDATE slot SET taken = taken + (NEW.state NOT IN ('waiting', 'cancelled')),
    waiting = waiting + (NEW.state = 'waiting') WHERE id = NEW.slot_id AND NEW.state <> 'cancelled';
END;
CREATE TRIGGER booking_count_update AFTER UPDATE OF state ON booking WHEN NEW.state <> OLD.state BEGIN
  UPDATE slot SET
    taken = taken + (NEW.state NOT IN ('waiting', 'cancelled')) - (OLD.state NOT IN ('waiting', 'cancelled')),
    waiting = waiting + (NEW.state = 'waiting') - (OLD.state = 'waiting') WHERE id = NEW.slot_id;
END;
CREATE TRIGGER booking_count_delete AFTER DELETE ON booking WHEN OLD.state <> 'cancelled' BEGIN
  UPDATE slot SET taken = taken - (OLD.state <> 'waiting'),
    waiting = waiting - (OLD.state = 'waiting') WHERE id = OLD.slot_id;
END;
CREATE TRIGGER slot_moves_bookings AFTER UPDATE OF begin_s, end_s ON slot BEGIN
  UPDATE booking SET begin_s = NEW.begin_s, end_s = NEW.end_s WHERE slot_id = NEW.id;
END;
CREATE UNIQUE INDEX note_once ON note (booking_id, side) WHERE state <> 'withdrawn' AND booking_id IS NOT NULL;
CREATE INDEX note_by_time ON note (program_id, said_s);
CREATE INDEX note_by_author ON note (author_id, said_s);
CREATE UNIQUE INDEX note_by_ref ON note (ref) WHERE ref IS NOT NULL;
CREATE INDEX observation_by_note ON observation (note_id);
CREATE UNIQUE INDEX observation_by_ref ON observation (ref) WHERE ref IS NOT NULL;
CREATE INDEX lead_by_note ON lead (note_id);
CREATE INDEX lead_by_time ON lead (said_s);
CREATE UNIQUE INDEX lead_by_ref ON lead (ref) WHERE ref IS NOT NULL;
CREATE UNIQUE INDEX coding_once ON coding (observation_id, theme_id, ifnull(person_id, 0));
CREATE INDEX coding_by_theme ON coding (theme_id, period_id, said_s, observation_id);
CREATE INDEX action_open ON action (program_id, due_day) WHERE state IN ('proposed', 'agreed', 'doing');
CREATE INDEX action_by_theme ON action_theme (theme_id);
CREATE TRIGGER snapshot_stays BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'rule:state:a closed report never changes'); END;
CREATE INDEX audit_by_person ON audit (ifnull(acting_for_id, actor_id), seq);
CREATE INDEX audit_by_time ON audit (at_s);
CREATE INDEX audit_undoes ON audit (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;
CREATE TRIGGER change_stays BEFORE UPDATE OF seq, n, tbl, row_id, rows, digest ON change
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;
CREATE TRIGGER change_kept BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the audit never changes'); END;
COMMIT;
