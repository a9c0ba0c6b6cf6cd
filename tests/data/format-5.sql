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
INSERT INTO person VALUES(1,X'01a20abcfb81751fa26e8d8a500d5045','root','root',NULL,NULL,NULL,NULL,'active',1,NULL);
INSERT INTO person VALUES(2,X'01a20abcfb857e44b749d3f71a154538','ana','Ana Ruiz','ana@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(3,X'01a20abcfb8970068fc894b5c740f00c','bo','Bo Lind','bo@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(4,X'01a20abcfb8c70e3a81fa900fcd63d95','dana','Dana Weber','dana@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(5,X'01a20abcfb8e7f209dab420758f1b422','kim','Kim Sato','kim@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(6,X'01a20abcfb917c82aa7ec58437f28e20','zoe','Zoe Park','zoe@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(7,X'01a20abcfb947a589e9091af3535e928','lea','Lea Blum','lea@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
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
INSERT INTO program VALUES(1,X'01a20abcfb8177f49d6a960c721fc347','Rep Life','shadow','Etc/UTC',30,1,60,1440,4,2,240);
CREATE TABLE role_grant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER REFERENCES program,
  role TEXT NOT NULL CHECK (role IN ('marketer', 'rep', 'lifecycle'))
) STRICT;
INSERT INTO role_grant VALUES(1,X'01a20abcfb8179799cd6645ce1b5f639',1,NULL,'marketer');
INSERT INTO role_grant VALUES(2,X'01a20abcfb817aa9a63599918f481d18',1,NULL,'rep');
INSERT INTO role_grant VALUES(3,X'01a20abcfb817accb24ca98214c5b5f6',1,NULL,'lifecycle');
INSERT INTO role_grant VALUES(4,X'01a20abcfb8670b987f340be1ab7c11e',2,1,'rep');
INSERT INTO role_grant VALUES(5,X'01a20abcfb8973048158dbf02d0d2674',3,1,'rep');
INSERT INTO role_grant VALUES(6,X'01a20abcfb8c72ba8c0a4748cb869664',4,1,'marketer');
INSERT INTO role_grant VALUES(7,X'01a20abcfb8f7111a2c329ad94e7afe6',5,1,'marketer');
INSERT INTO role_grant VALUES(8,X'01a20abcfb917e4abe65f660589e34a0',6,1,'marketer');
INSERT INTO role_grant VALUES(9,X'01a20abcfb947c238cf92523b42ae6e6',7,1,'lifecycle');
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
INSERT INTO membership VALUES(1,X'01a20abcfb977a529d4ae5d6ba9af4d6',2,1,'active',1,0,NULL);
INSERT INTO membership VALUES(2,X'01a20abcfb9d7bdfb710cf63147db736',3,1,'active',1,0,NULL);
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
INSERT INTO period VALUES(1,X'01a20abcfba47615b80e8992173c9321',1,'2026-H2',1782864000,1798761600,1799971200,NULL,0,NULL,0);
INSERT INTO period VALUES(2,X'01a20abcfba7759490f866815cfb19a7',1,'2026-H1',1767225600,1782864000,1783728000,1783846800,0,NULL,1);
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
INSERT INTO rule VALUES(1,X'01a20abcfbb0727c869cfa1034e25fd2',2,1,'every tue 10:00-11:00 60min 2 seats','Europe/Berlin',NULL,NULL,NULL,'active');
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
INSERT INTO slot VALUES(1,X'01a20abcfbb3714489241d09275db9cd',1,2,1782201600,1782205200,'2026-06-23T10:00','Europe/Berlin',2,2,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
INSERT INTO slot VALUES(2,X'01a20abcfbd77cf1ae9239c20e86af4f',1,2,1795510800,1795512600,'2026-11-24T10:00','Europe/Berlin',2,1,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
INSERT INTO slot VALUES(3,X'01a20abcfbdb7196803de1f0767767d5',1,2,1795597200,1795599000,'2026-11-25T10:00','Europe/Berlin',1,0,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
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
INSERT INTO booking VALUES(1,X'01a20abcfbb6762d8c3e9fec8bbe4a1e',1,4,'attended',1782201600,1782205200,1781946000,NULL,NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(2,X'01a20abcfbba7223bca2d4a8eb0c600c',1,5,'attended',1782201600,1782205200,1781946000,NULL,NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(3,X'01a20abcfbde7e79bc3f2f6b96035f0a',2,4,'confirmed',1795510800,1795512600,1795424400,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO note VALUES(1,X'01a20abcfbbd7f0091ab63e4c594d830',1,1,4,'marketer','submitted','yes',NULL,4,1782201600,1782291600,0,NULL);
INSERT INTO note VALUES(2,X'01a20abcfbc2721cafdc4b5447474624',1,2,5,'marketer','submitted','yes',NULL,NULL,1782201600,1782291600,0,NULL);
INSERT INTO note VALUES(3,X'01a214d03b1a7152976302169b4b471d',1,NULL,NULL,'import','submitted','unsaid',NULL,NULL,1795132800,1795424400,0,NULL);
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
INSERT INTO observation VALUES(1,X'01a20abcfbbe7134b151610c604a7c00',1,'information','Nobody had the price list','own',1,0,0,0,NULL,NULL);
INSERT INTO observation VALUES(2,X'01a20abcfbbe72fab582683cd04bddb1',1,'alerts','The alert came late, after the call','own',1,0,0,0,NULL,NULL);
INSERT INTO observation VALUES(3,X'01a20abcfbc27469a32bc4a162721194',2,'alerts','Too late again, the alert','own',0,0,0,0,NULL,NULL);
INSERT INTO observation VALUES(4,X'01a214d03b1a739b814d06622946b3fe',3,'alerts','Still no alert for a download','own',0,0,0,0,NULL,NULL);
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
INSERT INTO lead VALUES(1,X'01a20abcfbbe7404b1e344ddf959bf2c',1,'webinar','late','same_day',NULL,1782201600,NULL);
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
INSERT INTO theme VALUES(1,X'01a20abcfbaa73e199c363c039d097e6',1,'Alert came late',NULL,'alerts','active',NULL,NULL,'late;too late',NULL);
INSERT INTO theme VALUES(2,X'01a20abcfbad736baecfb7966f0e70c1',1,'No price list',NULL,'information','active',NULL,NULL,'price list',NULL);
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
INSERT INTO coding VALUES(1,X'01a20abcfbc673dba2e524e6e21fad85',1,2,'codebook',NULL,'active',1782201600,2,1);
INSERT INTO coding VALUES(2,X'01a20abcfbc67899bc1a89ee23c77002',2,1,'codebook',NULL,'active',1782201600,2,1);
INSERT INTO coding VALUES(3,X'01a20abcfbc6793091cb08c7f85ab5d1',3,1,'codebook',NULL,'active',1782201600,2,1);
INSERT INTO coding VALUES(4,X'01a20abcfbc97cd69441ebf8251482b3',1,1,'person',1,'active',1782201600,2,1);
INSERT INTO coding VALUES(5,X'01a214d03b2575f88b00b3e6c572361e',4,1,'person',7,'said_in',1795132800,1,0);
INSERT INTO coding VALUES(6,X'01a214d03b3e78c897f9ea82351c5287',4,1,'person',1,'removed',1795132800,1,0);
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
INSERT INTO theme_count VALUES(1,1,0,0,0,0);
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
INSERT INTO "action" VALUES(1,X'01a20abcfbcd71cdabf79af0440dcfbb',1,'Alert within five minutes','alerts',6,NULL,'proposed',NULL,NULL,NULL);
INSERT INTO "action" VALUES(2,X'01a20abcfbd077129840a003e526b3ab',1,'One price list','information',NULL,NULL,'proposed',NULL,NULL,NULL);
CREATE TABLE action_theme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  action_id INTEGER NOT NULL REFERENCES action,
  theme_id INTEGER NOT NULL REFERENCES theme,
  UNIQUE (action_id, theme_id)
) STRICT;
INSERT INTO action_theme VALUES(1,X'01a20abcfbcd747f90f8249868350103',1,1);
INSERT INTO action_theme VALUES(2,X'01a20abcfbd0797ead7abf6f1a12afb2',2,2);
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
INSERT INTO snapshot VALUES(1,X'01a20abcfbd47892b468df123be3eff3',2,1,1783846800,1,NULL,'75f1ea57add0ed9a8e0b5433c29e8024fb39e14ee7fb27cf4b4af59ef8163fe7','{"model":1,"program":"Rep Life","period":{"id":"P-2","name":"2026-H1","start":"2026-01-01T00:00:00Z","end":"2026-07-01T00:00:00Z","first_day":"2026-01-01","last_day":"2026-06-30","due":"2026-07-11T00:00:00Z","state":"closed","revision":1,"zone":"Etc/UTC"},"as_of":"2026-07-12T09:00:00Z","areas":[{"area":"information","remarks":1},{"area":"alerts","remarks":2},{"area":"campaigns","remarks":0},{"area":"other","remarks":0}],"base":{"written_up":1,"write_ups":2,"remarks":3,"in_themes":3,"uncoded":0,"set_aside":0,"marketers":2,"reps":1,"held":1,"offered":1},"participation":{"seats":{"sessions":1,"offered":2,"taken":2,"attended":2,"missed":0,"cancelled":0,"written_up":2,"missing":0,"excused":0},"marketers":{"people":3,"sat_in":2,"goal":2,"met_goal":0},"reps":{"people":2,"hosted":1},"teams":[{"side":"marketing","team":"none given","people":3,"took_part":2,"sessions":2,"written_up":2},{"side":"sales","team":"small teams","people":2,"took_part":1,"sessions":1,"written_up":1}],"by_person":[{"login":"dana","name":"Dana Weber","team":null,"marketer":true,"rep":false,"booked":1,"attended":1,"missed":0,"cancelled":0,"written_up":1,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"kim","name":"Kim Sato","team":null,"marketer":true,"rep":false,"booked":1,"attended":1,"missed":0,"cancelled":0,"written_up":1,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"zoe","name":"Zoe Park","team":null,"marketer":true,"rep":false,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"ana","name":"Ana Ruiz","team":null,"marketer":false,"rep":true,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":1,"seats":2,"taken":2,"held":1},{"login":"bo","name":"Bo Lind","team":null,"marketer":false,"rep":true,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0}]},"coverage":[{"group":"team","name":"none given","sessions":1,"seats":2,"taken":2,"held":1,"written_up":1},{"group":"segment","name":"none given","sessions":1,"seats":2,"taken":2,"held":1,"written_up":1},{"group":"kind","name":"none given","sessions":1,"seats":2,"taken":2,"held":1,"written_up":1}],"themes":[{"rank":1,"id":"T-1","name":"Alert came late","area":"alerts","state":"active","observations":3,"sessions":1,"reps":1,"marketers":2,"front":false,"actions":["A-1"],"quotes":[{"id":"O-1","text":"Nobody had the price list","words_of":"own","personal":false,"by":"Dana Weber"},{"id":"O-2","text":"The alert came late, after the call","words_of":"own","personal":false,"by":"Dana Weber"}]},{"rank":2,"id":"T-2","name":"No price list","area":"information","state":"active","observations":1,"sessions":1,"reps":1,"marketers":1,"front":false,"actions":["A-2"],"quotes":[{"id":"O-1","text":"Nobody had the price list","words_of":"own","personal":false,"by":"Dana Weber"}]}],"actions":[{"id":"A-2","title":"One price list","area":"information","state":"proposed","changed":false,"themes":["T-2"]},{"id":"A-1","title":"Alert within five minutes","area":"alerts","owner":"Zoe Park","state":"proposed","changed":false,"themes":["T-1"]}],"leads":{"seen":1,"alerted":{"yes":0,"late":1,"no":0,"couldnt_see":0},"followed":{"same_hour":0,"same_day":1,"later":0,"couldnt_see":0}}}','a60e316f0d953bd7ccb3843c6fef145085beea6f9974e462876dd274c5cf869e');
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
INSERT INTO audit VALUES(1,1781946000,1,NULL,'init',NULL,0,X'9af589ae401ff271c68974c645583c16b9a07135e3b51f06a9baea242f3cff54');
INSERT INTO audit VALUES(2,1781946000,1,NULL,'person add',NULL,1,X'603fa1690502284798463b8c26f8c9b899e6816493a5b1aac58eb0df6c9c5753');
INSERT INTO audit VALUES(3,1781946000,1,NULL,'person add',NULL,1,X'e901021cc360f2187bcbb47af712f48e1aed7a2c353c729991649ec7b767bbcb');
INSERT INTO audit VALUES(4,1781946000,1,NULL,'person add',NULL,1,X'5dbbaade7dff383743410a25870fe0c301f318ad96e91fbc3c7a0f9eac7d3ff9');
INSERT INTO audit VALUES(5,1781946000,1,NULL,'person add',NULL,1,X'134eec5d0d890a2062ce3d19cbb0a2cbbae24a0bea6ae3bd4091d6d0fc0b4d7f');
INSERT INTO audit VALUES(6,1781946000,1,NULL,'person add',NULL,1,X'0142ffe488beeb639efccaef1ec227e4680478173664896ad3f3b0d764fe6668');
INSERT INTO audit VALUES(7,1781946000,1,NULL,'person add',NULL,1,X'bdf0dbb86f05d7a8f37da8005ea405f777450043e696bed15940f70f4eafec66');
INSERT INTO audit VALUES(8,1781946000,1,NULL,'roster invite',NULL,1,X'a10c975236777bff329310866da352ae7190ec8908b1829ca7674804abf58940');
INSERT INTO audit VALUES(9,1781946000,1,2,'roster accept',NULL,1,X'13c238110a00e93eff58b4907b4babb3667702d215135867fcad6f7cae32b903');
INSERT INTO audit VALUES(10,1781946000,1,NULL,'roster invite',NULL,1,X'f237a8023d376a4636fb4e0566121fb548d668c8ef18b1386aef7f37188aeb96');
INSERT INTO audit VALUES(11,1781946000,1,3,'roster accept',NULL,1,X'e9513c0433038ff6e66329c55d3180792315873acf44f2166870fc7f12a368cb');
INSERT INTO audit VALUES(12,1781946000,1,NULL,'period open',NULL,1,X'94d1bc49b2433eac979bfeef1d9afb00dfa92dbaa5d9d065e756f42831417e6a');
INSERT INTO audit VALUES(13,1781946000,1,NULL,'period open',NULL,1,X'd87da3271fdab46739b6baee5d9863ad515a78d0681277362c526743f03328f0');
INSERT INTO audit VALUES(14,1781946000,1,NULL,'theme add',NULL,1,X'f712bc9619f87cbc4e73c0150882192e293a63329d94ef58648eddb86932c05f');
INSERT INTO audit VALUES(15,1781946000,1,NULL,'theme add',NULL,1,X'35eb4188845320105f5e1f46630cf96e7b5ebda77cd352331bf2e6450637d8ad');
INSERT INTO audit VALUES(16,1781946000,1,2,'hours add',NULL,1,X'da0f98e504ea7947c2bc22732b47fa2975f851631b67f6807282893ea32a7d77');
INSERT INTO audit VALUES(17,1781946000,1,NULL,'slot add',NULL,1,X'83500fb8e31d01675eb9c3f209888cfc6df0fefec620e15caf207a096554fd81');
INSERT INTO audit VALUES(18,1781946000,1,4,'book',NULL,1,X'bb50f0f968159c4ceb4f30e1671dfeadb2fd8554a8c9cc43c8580c1469cf69bf');
INSERT INTO audit VALUES(19,1781946000,1,5,'book',NULL,1,X'eb4ce34b2c89197b8784aa6ce4181b5f99d666ebec3c4926978e9491e6f99a0f');
INSERT INTO audit VALUES(20,1782291600,1,4,'note add',NULL,1,X'5e70898f6d2cc04b15f62c8085c9a6a8662cdaa74743e594486142bf78774023');
INSERT INTO audit VALUES(21,1782291600,1,5,'note add',NULL,1,X'87c57cc75fec95bb395b622c373af7e8cee42ff158557b5fdf5765eb457eaaba');
INSERT INTO audit VALUES(22,1782291600,1,NULL,'theme code',NULL,1,X'de24ba9c8c9b9444e42490e27cefd701f9e3ee90b8051c6fe004bab4d27e43b8');
INSERT INTO audit VALUES(23,1782291600,1,NULL,'theme assign',NULL,1,X'21257d233b126f1da8f47a658e06dbe595a4af2bc38ed3dd67e5981587d511fd');
INSERT INTO audit VALUES(24,1782291600,1,NULL,'action add',NULL,1,X'5f16c23f3b4a9e7c8eecf3ac81e7f568f9e136c3881bd999ff5221bf45684ae8');
INSERT INTO audit VALUES(25,1782291600,1,NULL,'action add',NULL,1,X'a60e316f0d953bd7ccb3843c6fef145085beea6f9974e462876dd274c5cf869e');
INSERT INTO audit VALUES(26,1783846800,1,NULL,'period close',NULL,0,X'814a2472350792de8bc9a509eab8d034d158f02e30bbeaca9781c4dc7dab2833');
INSERT INTO audit VALUES(27,1783846800,1,NULL,'slot add',NULL,1,X'b7829216326cc1e9b4cf64c88f543e8087baa9443d2df990cbc50b40f33c9bbf');
INSERT INTO audit VALUES(28,1783846800,1,NULL,'slot add',NULL,1,X'9bc0a8a27870aa827ab573a15ee1913eb04701e694e7b76dae69157d85c452ca');
INSERT INTO audit VALUES(29,1795424400,1,4,'book',NULL,1,X'83bb7aa6e5a9c5297044d3018ea3f8a268fe52bee7ad076cd693858362509546');
INSERT INTO audit VALUES(30,1795424400,1,NULL,'import csv',NULL,1,X'ca0c2ea7153f148cba213b73f30f9de0aafbc59e5f3c5d7c106de920bf219510');
INSERT INTO audit VALUES(31,1795424400,1,7,'theme assign',NULL,1,X'c7a23a390634419bc6b0579d2f006f0c9aa992bf6bacecd338f7ec9a8e024a11');
INSERT INTO audit VALUES(32,1795424400,1,NULL,'theme unassign',NULL,1,X'478063a52b83370b050fe2e5d641d318191cd108c2fd6b9f477b67e53bce88a9');
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
INSERT INTO change VALUES(1,0,'person',1,1,replace('{"id":1,"uuid":"01a20abc-fb81-751f-a26e-8d8a500d5045","new":{"login":"root","name":"root","status":"active","owner":true}}\n','\n',char(10)),X'd5d20f1e88d72aeb1529d042ad0dd657',X'a4a008289fe2a2d389a5e023d832f0d0123ca4d293a202772ddbe0e50ff9353e');
INSERT INTO change VALUES(1,1,'program',1,1,replace('{"id":1,"uuid":"01a20abc-fb81-77f4-9d6a-960c721fc347","new":{"name":"Rep Life","kind":"shadow","zone":"Etc/UTC","length_min":30,"seats":1,"notice_min":60,"cancel_min":1440,"active_limit":4,"goal":2,"offer_min":240}}\n','\n',char(10)),X'da2142263fb0a6409d6ce5183594c714',X'a58c29481d3599647c036966144be104413416f2b0a05befa4b920a6438048d2');
INSERT INTO change VALUES(1,2,'role_grant',1,3,replace('{"id":1,"uuid":"01a20abc-fb81-7979-9cd6-645ce1b5f639","new":{"person_id":1,"role":"marketer"}}\n{"id":2,"uuid":"01a20abc-fb81-7aa9-a635-99918f481d18","new":{"person_id":1,"role":"rep"}}\n{"id":3,"uuid":"01a20abc-fb81-7acc-b24c-a98214c5b5f6","new":{"person_id":1,"role":"lifecycle"}}\n','\n',char(10)),X'02ef157465fe60e34486f13766ecb88d',X'cee4f32501a9a64645325b8de2c125e638b51fb4f5e44f7c13127c2c5c2a7be6');
INSERT INTO change VALUES(2,0,'person',2,1,replace('{"id":2,"uuid":"01a20abc-fb85-7e44-b749-d3f71a154538","new":{"login":"ana","name":"Ana Ruiz","email":"ana@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'a336702e300639eb5318d223e7107750',X'71a293ffef0fc6b2812293d65f667da9d9549110c0e9c23a4cd4b18fb7e64b03');
INSERT INTO change VALUES(2,1,'role_grant',4,1,replace('{"id":4,"uuid":"01a20abc-fb86-70b9-87f3-40be1ab7c11e","new":{"person_id":2,"program_id":1,"role":"rep"}}\n','\n',char(10)),X'f6fe2944a2568d8a424b532ea7f7d84e',X'9f1d296891267c2888cc0586da765c8934b32c3344dd8a2d9a2c76ec8bf8ccd7');
INSERT INTO change VALUES(3,0,'person',3,1,replace('{"id":3,"uuid":"01a20abc-fb89-7006-8fc8-94b5c740f00c","new":{"login":"bo","name":"Bo Lind","email":"bo@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'c37e45528cef5b1928d0907c3969e108',X'eabe8093f8889879a0650f32de1d0b40095c92eafbb0a8a5229d0cba377b21f0');
INSERT INTO change VALUES(3,1,'role_grant',5,1,replace('{"id":5,"uuid":"01a20abc-fb89-7304-8158-dbf02d0d2674","new":{"person_id":3,"program_id":1,"role":"rep"}}\n','\n',char(10)),X'ac371a86c98fd4c694a0f8c7186dced4',X'9c79b696d50431366848a772018c8d80df8f2167e630c4b1778f2392ec8e889a');
INSERT INTO change VALUES(4,0,'person',4,1,replace('{"id":4,"uuid":"01a20abc-fb8c-70e3-a81f-a900fcd63d95","new":{"login":"dana","name":"Dana Weber","email":"dana@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'c0654b7d291c4c5ad45624fbaf5f8313',X'edcb36d4dd2bf3b7e4a84e73c7fd3cfe69d394ecac156052777a95eee7116801');
INSERT INTO change VALUES(4,1,'role_grant',6,1,replace('{"id":6,"uuid":"01a20abc-fb8c-72ba-8c0a-4748cb869664","new":{"person_id":4,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'c47323f8faa23ef7625fa2d238b2a0fd',X'ac978b97a961673e061df9212124e9882f3d138dc9f660380d2826768c6394dc');
INSERT INTO change VALUES(5,0,'person',5,1,replace('{"id":5,"uuid":"01a20abc-fb8e-7f20-9dab-420758f1b422","new":{"login":"kim","name":"Kim Sato","email":"kim@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'65ee1fb0a9d3080831cb74fbddd7aa83',X'1e61d975836a9d544692aa4c7c2b9c94deadcfd4a16b415b7deddc1a61ab36e3');
INSERT INTO change VALUES(5,1,'role_grant',7,1,replace('{"id":7,"uuid":"01a20abc-fb8f-7111-a2c3-29ad94e7afe6","new":{"person_id":5,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'fe766b26be3850b0e6b7dd5298b5c022',X'f57efbb83abda4d779147415b64af8d3e787dad20fdb2c29cbe0a36780ef53a6');
INSERT INTO change VALUES(6,0,'person',6,1,replace('{"id":6,"uuid":"01a20abc-fb91-7c82-aa7e-c58437f28e20","new":{"login":"zoe","name":"Zoe Park","email":"zoe@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'8a54b6fb2f6a5d17b322351e5a834c42',X'494ad94e9dfbfa4476f7357728a7a38a72acc322247cda612be3f516297b24f5');
INSERT INTO change VALUES(6,1,'role_grant',8,1,replace('{"id":8,"uuid":"01a20abc-fb91-7e4a-be65-f660589e34a0","new":{"person_id":6,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'c92c7d159d9b8ff1f81925ea7da2b31f',X'8fd3261d8c506abb56be117a99ba3af26225d22cffb3499897146be6abcba8d3');
INSERT INTO change VALUES(7,0,'person',7,1,replace('{"id":7,"uuid":"01a20abc-fb94-7a58-9e90-91af3535e928","new":{"login":"lea","name":"Lea Blum","email":"lea@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'a3d6bb0648c1f26cb8c50a398f885ac8',X'4944be55da998724db024c9a2d32b0354d82ad74381241770f4085d600ab8081');
INSERT INTO change VALUES(7,1,'role_grant',9,1,replace('{"id":9,"uuid":"01a20abc-fb94-7c23-8cf9-2523b42ae6e6","new":{"person_id":7,"program_id":1,"role":"lifecycle"}}\n','\n',char(10)),X'fb4885469ee3f2bd28b24513a1cf9041',X'f351e71d236e29c168c795b83b0c002d6571d2ca014ee0324a5b9dbdb1ce4551');
INSERT INTO change VALUES(8,0,'membership',1,1,replace('{"id":1,"uuid":"01a20abc-fb97-7a52-9d4a-e5d6ba9af4d6","new":{"person_id":2,"program_id":1,"state":"invited","recruited_by":1,"weekly_cap":0}}\n','\n',char(10)),X'b6ad8d3c3f83e82fa25cf61849192400',X'8c796e8f8406166092e86402173d43afd5354cb3afdb543fccfee6ec367fffd2');
INSERT INTO change VALUES(9,0,'membership',1,1,replace('{"id":1,"old":{"state":"invited"},"new":{"state":"active"}}\n','\n',char(10)),X'80b9c60be8bc0a6e7e0519468acad933',X'62643999f0414dab3e7da8ecd32a5322778326e951d1379c83d5472cf1a44f3b');
INSERT INTO change VALUES(10,0,'membership',2,1,replace('{"id":2,"uuid":"01a20abc-fb9d-7bdf-b710-cf63147db736","new":{"person_id":3,"program_id":1,"state":"invited","recruited_by":1,"weekly_cap":0}}\n','\n',char(10)),X'c1db8a859bc42f1d59b00ae2d74bc268',X'ee6885efe33be092a8b80d012d9863f9b054c0aa08497ff0eb1294e3f564d6af');
INSERT INTO change VALUES(11,0,'membership',2,1,replace('{"id":2,"old":{"state":"invited"},"new":{"state":"active"}}\n','\n',char(10)),X'f09839fd260f063973f23266df57867e',X'04973c63a0c16b5f45aab6f22b6bb1eaf272d18eafd5f2bdbaf132be035fd6d5');
INSERT INTO change VALUES(12,0,'period',1,1,replace('{"id":1,"uuid":"01a20abc-fba4-7615-b80e-8992173c9321","new":{"program_id":1,"name":"2026-H2","begin_s":1782864000,"end_s":1798761600,"due_s":1799971200,"reopened":false,"revision":0}}\n','\n',char(10)),X'5e971a52e8e509d9fdc14db0ee6d53a0',X'4b007e1a70ec3b9370d2725d64326c1158b956b91f547d1a05a119c422089c30');
INSERT INTO change VALUES(13,0,'period',2,1,replace('{"id":2,"uuid":"01a20abc-fba7-7594-90f8-66815cfb19a7","new":{"program_id":1,"name":"2026-H1","begin_s":1767225600,"end_s":1782864000,"due_s":1783728000,"reopened":false,"revision":0}}\n','\n',char(10)),X'72d04f4379797d1167631d4810b3b3ec',X'0bf3567a6e947d201ec39cc1865aac6f4f817003a4f4ec28308acf8a5df4bcc4');
INSERT INTO change VALUES(14,0,'theme',1,1,replace('{"id":1,"uuid":"01a20abc-fbaa-73e1-99c3-63c039d097e6","new":{"program_id":1,"name":"Alert came late","area":"alerts","state":"active","terms":"late;too late"}}\n','\n',char(10)),X'db4fa42e57fdd609cade316ecb2ca922',X'9de90370f6ca5ea71ba784f888ba32f95de6cea77bfbe953f0b76ff5ce5d11f9');
INSERT INTO change VALUES(15,0,'theme',2,1,replace('{"id":2,"uuid":"01a20abc-fbad-736b-aecf-b7966f0e70c1","new":{"program_id":1,"name":"No price list","area":"information","state":"active","terms":"price list"}}\n','\n',char(10)),X'3f912327da3c74d6b83dd59e2232dcee',X'453dbf58312b1b576750bccc956b88914f3341aefad8a0ac4cb90bfe8466493e');
INSERT INTO change VALUES(16,0,'rule',1,1,replace('{"id":1,"uuid":"01a20abc-fbb0-727c-869c-fa1034e25fd2","new":{"rep_id":2,"program_id":1,"sentence":"every tue 10:00-11:00 60min 2 seats","zone":"Europe/Berlin","state":"active"}}\n','\n',char(10)),X'11f91286a30120e15d1b6fd516fb8fa6',X'fdd0955e3c4632b76f094cefb5885df122f06718495e125f99090180dc849cd4');
INSERT INTO change VALUES(17,0,'slot',1,1,replace('{"id":1,"uuid":"01a20abc-fbb3-7144-8924-1d09275db9cd","new":{"program_id":1,"rep_id":2,"begin_s":1782201600,"end_s":1782205200,"wall":"2026-06-23T10:00","zone":"Europe/Berlin","seats":2,"state":"open","sequence":0}}\n','\n',char(10)),X'0bc6a05090fa6e87bad4ef4d5c9e301d',X'1ebeb1fd39d49425598ae69be4b3548a600f055608610b4d4bfae263d2962281');
INSERT INTO change VALUES(18,0,'booking',1,1,replace('{"id":1,"uuid":"01a20abc-fbb6-762d-8c3e-9fec8bbe4a1e","new":{"slot_id":1,"marketer_id":4,"state":"confirmed","queued_s":1781946000}}\n','\n',char(10)),X'80d090c74afc27183c71dcd87e436831',X'f3088e5be6acf0f5e60aea3492851fc6298ca53666b848b1f6d3c05144eec4cb');
INSERT INTO change VALUES(19,0,'booking',2,1,replace('{"id":2,"uuid":"01a20abc-fbba-7223-bca2-d4a8eb0c600c","new":{"slot_id":1,"marketer_id":5,"state":"confirmed","queued_s":1781946000}}\n','\n',char(10)),X'f421ae6ec0ee774fdaf847a70d12fa0d',X'4f0bc42da755dde8727869a2efdde6ad121cb8929c4603a1229df8921d8d4aed');
INSERT INTO change VALUES(20,0,'note',1,1,replace('{"id":1,"uuid":"01a20abc-fbbd-7f00-91ab-63e4c594d830","new":{"program_id":1,"booking_id":1,"author_id":4,"side":"marketer","state":"submitted","happened":"yes","worth":4,"said_s":1782201600,"submitted_s":1782291600,"late":false}}\n','\n',char(10)),X'c094c948be422feaf494747dbc34b540',X'76c86546b8843bfc52d0d3d40406082bb87f30009efeae528a28341c4a7040c4');
INSERT INTO change VALUES(20,1,'observation',1,2,replace('{"id":1,"uuid":"01a20abc-fbbe-7134-b151-610c604a7c00","new":{"note_id":1,"area":"information","text":"Nobody had the price list","words_of":"own","may_quote":true,"starred":false,"held_back":false,"cleared":false}}\n{"id":2,"uuid":"01a20abc-fbbe-72fa-b582-683cd04bddb1","new":{"note_id":1,"area":"alerts","text":"The alert came late, after the call","words_of":"own","may_quote":true,"starred":false,"held_back":false,"cleared":false}}\n','\n',char(10)),X'839cf06b02049171858c1d77af2a795d',X'222d8845a058c4ecdf1af926e5639d0ec7386a91384563c109f4cce7d1445b83');
INSERT INTO change VALUES(20,2,'lead',1,1,replace('{"id":1,"uuid":"01a20abc-fbbe-7404-b1e3-44ddf959bf2c","new":{"note_id":1,"source":"webinar","alerted":"late","followed":"same_day","said_s":1782201600}}\n','\n',char(10)),X'5a269d5a4884e8007bfb6cbfcf74986e',X'7bd83ff0762de8bb689963b4ac7d2f46fa4716a232bf1f0ed45cd96510bc890a');
INSERT INTO change VALUES(20,3,'booking',1,1,replace('{"id":1,"old":{"state":"confirmed"},"new":{"state":"attended"}}\n','\n',char(10)),X'40a9fa65f7cca24ae8317444add389cd',X'91296bcbc79638796cea37cd0a1299e8a408e0c99c516f82da8b36c692ee3912');
INSERT INTO change VALUES(21,0,'note',2,1,replace('{"id":2,"uuid":"01a20abc-fbc2-721c-afdc-4b5447474624","new":{"program_id":1,"booking_id":2,"author_id":5,"side":"marketer","state":"submitted","happened":"yes","said_s":1782201600,"submitted_s":1782291600,"late":false}}\n','\n',char(10)),X'909640a858de0a9067be8f7842e8149f',X'531d8faeec9bdc7b692fa86da0ad74e46c8fea1d6c6abb90937404888e2f56a8');
INSERT INTO change VALUES(21,1,'observation',3,1,replace('{"id":3,"uuid":"01a20abc-fbc2-7469-a32b-c4a162721194","new":{"note_id":2,"area":"alerts","text":"Too late again, the alert","words_of":"own","may_quote":false,"starred":false,"held_back":false,"cleared":false}}\n','\n',char(10)),X'35958c3f388a7cce90a09e2f21647623',X'53f62593d9469b6ab02bb6f9d7b5fa5126be74185b1d14f5402c2d3018bfcbed');
INSERT INTO change VALUES(21,2,'booking',2,1,replace('{"id":2,"old":{"state":"confirmed"},"new":{"state":"attended"}}\n','\n',char(10)),X'21a4675538aad5faddf0406e60bfed78',X'35a6d66d2a8ce8aac634d7d65a68963a629bb207c8c0acb200ae8f5fe4e7ca14');
INSERT INTO change VALUES(22,0,'coding',1,3,replace('{"id":1,"uuid":"01a20abc-fbc6-73db-a2e5-24e6e21fad85","new":{"observation_id":1,"theme_id":2,"by_whom":"codebook","state":"active"}}\n{"id":2,"uuid":"01a20abc-fbc6-7899-bc1a-89ee23c77002","new":{"observation_id":2,"theme_id":1,"by_whom":"codebook","state":"active"}}\n{"id":3,"uuid":"01a20abc-fbc6-7930-91cb-08c7f85ab5d1","new":{"observation_id":3,"theme_id":1,"by_whom":"codebook","state":"active"}}\n','\n',char(10)),X'7793f9e0fd7a65728776ba2e4aa4f3ad',X'd94b7d830e3aa30602b7fed04c58836cac3931054a04813ae38ba8728fed1419');
INSERT INTO change VALUES(23,0,'coding',4,1,replace('{"id":4,"uuid":"01a20abc-fbc9-7cd6-9441-ebf8251482b3","new":{"observation_id":1,"theme_id":1,"by_whom":"person","person_id":1,"state":"active"}}\n','\n',char(10)),X'c897188447eba58d9e99db5583bde74e',X'3d7ed77bc26071ce31a9e418d22ff800be25b3794a5f8429f168771bdcec15e2');
INSERT INTO change VALUES(24,0,'action',1,1,replace('{"id":1,"uuid":"01a20abc-fbcd-71cd-abf7-9af0440dcfbb","new":{"program_id":1,"title":"Alert within five minutes","area":"alerts","owner_id":6,"state":"proposed"}}\n','\n',char(10)),X'47c41005df505a7fbf0fe8935616b7d9',X'89eb461f1a9e24da261fef7d9bc70c59caee03d39dbb227592de9cd25b65094c');
INSERT INTO change VALUES(24,1,'action_theme',1,1,replace('{"id":1,"uuid":"01a20abc-fbcd-747f-90f8-249868350103","new":{"action_id":1,"theme_id":1}}\n','\n',char(10)),X'a2f0eb42e0448d09b80f012acf4e23fb',X'dace1ac530740abe2b3208d604a7d30510b26e9c4110cf54b46c59c4d6c8f2c9');
INSERT INTO change VALUES(25,0,'action',2,1,replace('{"id":2,"uuid":"01a20abc-fbd0-7712-9840-a003e526b3ab","new":{"program_id":1,"title":"One price list","area":"information","state":"proposed"}}\n','\n',char(10)),X'7b784f2f7a5596ff34114cb0f4e70867',X'caa4850685ab8bf3c949d8dec7e47318c982fe0871846b701f3d8c3ee04726d0');
INSERT INTO change VALUES(25,1,'action_theme',2,1,replace('{"id":2,"uuid":"01a20abc-fbd0-797e-ad7a-bf6f1a12afb2","new":{"action_id":2,"theme_id":2}}\n','\n',char(10)),X'b54949ed9ebe03ba44702a816797b52d',X'5500c34d8433956d72e2e1bad56b28125d4bc27bc02c44affa8dc917a942414c');
INSERT INTO change VALUES(26,0,'period',2,1,replace('{"id":2,"old":{"closed_s":null,"revision":0},"new":{"closed_s":1783846800,"revision":1}}\n','\n',char(10)),X'98cd6b0c9dc493eb77018de72894cea2',X'2e1904cd9c8106b4a9b0aa70b48d8c9f7e49793e238db7cf2883e92b93f9f58c');
INSERT INTO change VALUES(26,1,'snapshot',1,1,replace('{"id":1,"uuid":"01a20abc-fbd4-7892-b468-df123be3eff3","new":{"period_id":2,"revision":1,"at_s":1783846800,"by_id":1,"hash":"75f1ea57add0ed9a8e0b5433c29e8024fb39e14ee7fb27cf4b4af59ef8163fe7","model":"{\"model\":1,\"program\":\"Rep Life\",\"period\":{\"id\":\"P-2\",\"name\":\"2026-H1\",\"start\":\"2026-01-01T00:00:00Z\",\"end\":\"2026-07-01T00:00:00Z\",\"first_day\":\"2026-01-01\",\"last_day\":\"2026-06-30\",\"due\":\"2026-07-11T00:00:00Z\",\"state\":\"closed\",\"revision\":1,\"zone\":\"Etc/UTC\"},\"as_of\":\"2026-07-12T09:00:00Z\",\"areas\":[{\"area\":\"information\",\"remarks\":1},{\"area\":\"alerts\",\"remarks\":2},{\"area\":\"campaigns\",\"remarks\":0},{\"area\":\"other\",\"remarks\":0}],\"base\":{\"written_up\":1,\"write_ups\":2,\"remarks\":3,\"in_themes\":3,\"uncoded\":0,\"set_aside\":0,\"marketers\":2,\"reps\":1,\"held\":1,\"offered\":1},\"participation\":{\"seats\":{\"sessions\":1,\"offered\":2,\"taken\":2,\"attended\":2,\"missed\":0,\"cancelled\":0,\"written_up\":2,\"missing\":0,\"excused\":0},\"marketers\":{\"people\":3,\"sat_in\":2,\"goal\":2,\"met_goal\":0},\"reps\":{\"people\":2,\"hosted\":1},\"teams\":[{\"side\":\"marketing\",\"team\":\"none given\",\"people\":3,\"took_part\":2,\"sessions\":2,\"written_up\":2},{\"side\":\"sales\",\"team\":\"small teams\",\"people\":2,\"took_part\":1,\"sessions\":1,\"written_up\":1}],\"by_person\":[{\"login\":\"dana\",\"name\":\"Dana Weber\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":1,\"attended\":1,\"missed\":0,\"cancelled\":0,\"written_up\":1,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"kim\",\"name\":\"Kim Sato\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":1,\"attended\":1,\"missed\":0,\"cancelled\":0,\"written_up\":1,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"zoe\",\"name\":\"Zoe Park\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"ana\",\"name\":\"Ana Ruiz\",\"team\":null,\"marketer\":false,\"rep\":true,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":1,\"seats\":2,\"taken\":2,\"held\":1},{\"login\":\"bo\",\"name\":\"Bo Lind\",\"team\":null,\"marketer\":false,\"rep\":true,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0}]},\"coverage\":[{\"group\":\"team\",\"name\":\"none given\",\"sessions\":1,\"seats\":2,\"taken\":2,\"held\":1,\"written_up\":1},{\"group\":\"segment\",\"name\":\"none given\",\"sessions\":1,\"seats\":2,\"taken\":2,\"held\":1,\"written_up\":1},{\"group\":\"kind\",\"name\":\"none given\",\"sessions\":1,\"seats\":2,\"taken\":2,\"held\":1,\"written_up\":1}],\"themes\":[{\"rank\":1,\"id\":\"T-1\",\"name\":\"Alert came late\",\"area\":\"alerts\",\"state\":\"active\",\"observations\":3,\"sessions\":1,\"reps\":1,\"marketers\":2,\"front\":false,\"actions\":[\"A-1\"],\"quotes\":[{\"id\":\"O-1\",\"text\":\"Nobody had the price list\",\"words_of\":\"own\",\"personal\":false,\"by\":\"Dana Weber\"},{\"id\":\"O-2\",\"text\":\"The alert came late, after the call\",\"words_of\":\"own\",\"personal\":false,\"by\":\"Dana Weber\"}]},{\"rank\":2,\"id\":\"T-2\",\"name\":\"No price list\",\"area\":\"information\",\"state\":\"active\",\"observations\":1,\"sessions\":1,\"reps\":1,\"marketers\":1,\"front\":false,\"actions\":[\"A-2\"],\"quotes\":[{\"id\":\"O-1\",\"text\":\"Nobody had the price list\",\"words_of\":\"own\",\"personal\":false,\"by\":\"Dana Weber\"}]}],\"actions\":[{\"id\":\"A-2\",\"title\":\"One price list\",\"area\":\"information\",\"state\":\"proposed\",\"changed\":false,\"themes\":[\"T-2\"]},{\"id\":\"A-1\",\"title\":\"Alert within five minutes\",\"area\":\"alerts\",\"owner\":\"Zoe Park\",\"state\":\"proposed\",\"changed\":false,\"themes\":[\"T-1\"]}],\"leads\":{\"seen\":1,\"alerted\":{\"yes\":0,\"late\":1,\"no\":0,\"couldnt_see\":0},\"followed\":{\"same_hour\":0,\"same_day\":1,\"later\":0,\"couldnt_see\":0}}}","audit_hash":"a60e316f0d953bd7ccb3843c6fef145085beea6f9974e462876dd274c5cf869e"}}\n','\n',char(10)),X'78a55b511ca8cf07db730857e73f1360',X'c1984af282833bba245d5544b0038bc20a84b9168e83e2c8b10687b5092b345c');
INSERT INTO change VALUES(27,0,'slot',2,1,replace('{"id":2,"uuid":"01a20abc-fbd7-7cf1-ae92-39c20e86af4f","new":{"program_id":1,"rep_id":2,"begin_s":1795510800,"end_s":1795512600,"wall":"2026-11-24T10:00","zone":"Europe/Berlin","seats":2,"state":"open","sequence":0}}\n','\n',char(10)),X'72135f805ba6c8efc315b80a01bbc27d',X'45a03811e699dec6be383fd84bb19258dfa3ad1657c4cfec7c07a2d075f56f0d');
INSERT INTO change VALUES(28,0,'slot',3,1,replace('{"id":3,"uuid":"01a20abc-fbdb-7196-803d-e1f0767767d5","new":{"program_id":1,"rep_id":2,"begin_s":1795597200,"end_s":1795599000,"wall":"2026-11-25T10:00","zone":"Europe/Berlin","seats":1,"state":"open","sequence":0}}\n','\n',char(10)),X'71a52f58b1be4fe04efb9e30cb3104a1',X'3fc2b25828e26a144f37ee13c4b10ceb603e1554b86fb9c757b7a9aa93e25919');
INSERT INTO change VALUES(29,0,'booking',3,1,replace('{"id":3,"uuid":"01a20abc-fbde-7e79-bc3f-2f6b96035f0a","new":{"slot_id":2,"marketer_id":4,"state":"confirmed","queued_s":1795424400}}\n','\n',char(10)),X'37f3daa9c747c411752d48ed3b0cb606',X'74d5cd150a770af866637c20399c52291a4188b2f9d1c136030d002544877f61');
INSERT INTO change VALUES(30,0,'note',3,1,replace('{"id":3,"uuid":"01a214d0-3b1a-7152-9763-02169b4b471d","new":{"program_id":1,"side":"import","state":"submitted","happened":"unsaid","said_s":1795132800,"submitted_s":1795424400,"late":false}}\n','\n',char(10)),X'1b05aa85592bd7a5cc0b153f684db1f0',X'd9b4f56bad4b528cb24e7adac9c1f42c1b75869a7cf0ee3da37b41bcc4861eb0');
INSERT INTO change VALUES(30,1,'observation',4,1,replace('{"id":4,"uuid":"01a214d0-3b1a-739b-814d-06622946b3fe","new":{"note_id":3,"area":"alerts","text":"Still no alert for a download","words_of":"own","may_quote":false,"starred":false,"held_back":false,"cleared":false}}\n','\n',char(10)),X'704c55a0e9050635ccfdaf88c5e40b97',X'ee90bb92c5e92b721248532a332c6ad3817a2ed81e6322dd157a82171aa39ccd');
INSERT INTO change VALUES(31,0,'coding',5,1,replace('{"id":5,"uuid":"01a214d0-3b25-75f8-8b00-b3e6c572361e","new":{"observation_id":4,"theme_id":1,"by_whom":"person","person_id":7,"state":"active"}}\n','\n',char(10)),X'02a2a351e476385230c996f94d4dd8e5',X'ea917358e7a6e67bd8504eb20e2da688936886f83579346aa8a2fbdc6c61a80b');
INSERT INTO change VALUES(32,0,'coding',5,2,replace('{"id":5,"old":{"state":"active"},"new":{"state":"said_in"}}\n{"id":6,"uuid":"01a214d0-3b3e-78c8-97f9-ea82351c5287","new":{"observation_id":4,"theme_id":1,"by_whom":"person","person_id":1,"state":"removed"}}\n','\n',char(10)),X'fedbcb37dea1bebfdba2ea1acd3e92b5',X'21acd71dcceb1b7e49371c82878ff6a2f8bd0c640957829c3de38c6b1e4aa038');
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
INSERT INTO access_log VALUES(1,1795424400,1,'note remarks','read');
CREATE TABLE draft (
  person_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER NOT NULL REFERENCES program,
  what TEXT NOT NULL,
  text TEXT NOT NULL,
  at_s INTEGER NOT NULL,
  PRIMARY KEY (person_id, program_id, what)
) STRICT, WITHOUT ROWID;
INSERT INTO draft VALUES(4,1,'note B-1','{"happened":"yes"}',1795487730);
CREATE TABLE slot_tally (
  program_id INTEGER NOT NULL,
  begin_s INTEGER NOT NULL,
  sessions INTEGER NOT NULL,
  free INTEGER NOT NULL,
  full INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  PRIMARY KEY (program_id, begin_s)
) STRICT, WITHOUT ROWID;
INSERT INTO slot_tally VALUES(1,1782201600,1,0,1,0);
INSERT INTO slot_tally VALUES(1,1795510800,1,1,0,0);
INSERT INTO slot_tally VALUES(1,1795597200,1,1,0,0);
CREATE TABLE customer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  person INTEGER NOT NULL CHECK (person IN (0, 1))
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
INSERT INTO sqlite_sequence VALUES('note',3);
INSERT INTO sqlite_sequence VALUES('observation',4);
INSERT INTO sqlite_sequence VALUES('lead',1);
INSERT INTO sqlite_sequence VALUES('coding',6);
INSERT INTO sqlite_sequence VALUES('action',2);
INSERT INTO sqlite_sequence VALUES('action_theme',2);
INSERT INTO sqlite_sequence VALUES('snapshot',1);
CREATE UNIQUE INDEX person_owner ON person (owner) WHERE owner = 1;
CREATE UNIQUE INDEX grant_once ON role_grant (person_id, role, ifnull(program_id, 0));
CREATE INDEX grant_lifecycle ON role_grant (role, person_id) WHERE role = 'lifecycle';
CREATE INDEX membership_by_program ON membership (program_id, state);
CREATE INDEX period_by_time ON period (program_id, begin_s);
CREATE INDEX rule_by_rep ON rule (rep_id, program_id) WHERE state = 'active';
CREATE UNIQUE INDEX dayoff_once ON dayoff
  (day, kind, ifnull(rep_id, 0), ifnull(program_id, 0), ifnull(zone, ''), ifnull(sentence, ''));
CREATE INDEX dayoff_by_rep ON dayoff (rep_id, day);
CREATE INDEX slot_by_rep ON slot (rep_id, begin_s, state, program_id);
CREATE INDEX slot_by_rule ON slot (rule_id, begin_s) WHERE rule_id IS NOT NULL;
CREATE UNIQUE INDEX slot_by_ref ON slot (ref) WHERE ref IS NOT NULL;
CREATE INDEX booking_by_slot ON booking (slot_id, state);
CREATE INDEX booking_by_marketer ON booking (marketer_id, begin_s);
CREATE UNIQUE INDEX booking_once ON booking (slot_id, marketer_id) WHERE state <> 'cancelled';
CREATE UNIQUE INDEX booking_by_ref ON booking (ref) WHERE ref IS NOT NULL;
CREATE INDEX booking_live_by_time ON booking (begin_s)
  WHERE state IN ('waiting', 'offered', 'confirmed');
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
CREATE INDEX slot_by_time ON slot (program_id, begin_s) WHERE state <> 'cancelled';
CREATE INDEX change_of_person ON change (seq, n) WHERE tbl = 'person';
COMMIT;
