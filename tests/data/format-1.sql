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
INSERT INTO person VALUES(1,X'01a20a37929678dc809dce3594333e82','root','root',NULL,NULL,NULL,NULL,'active',1,NULL);
INSERT INTO person VALUES(2,X'01a20a3792a072c7b03c02f716df446d','ana','Ana Ruiz','ana@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(3,X'01a20a3792a9709d9f9b825f668bca54','bo','Bo Lind','bo@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(4,X'01a20a3792b077649cffa79f79f96e18','dana','Dana Weber','dana@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(5,X'01a20a3792b77b4fbc3274c031b6ef3f','kim','Kim Sato','kim@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(6,X'01a20a3792bf7e3db15fd82475f00f6c','zoe','Zoe Park','zoe@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(7,X'01a20a3792c77ed58810745c3fb35904','lea','Lea Blum','lea@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
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
INSERT INTO program VALUES(1,X'01a20a3792967cffa738379c7cbe78b3','Rep Life','shadow','Etc/UTC',30,1,60,1440,4,2,240);
CREATE TABLE role_grant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER REFERENCES program,
  role TEXT NOT NULL CHECK (role IN ('marketer', 'rep', 'lifecycle'))
) STRICT;
INSERT INTO role_grant VALUES(1,X'01a20a3792967ed3b6929a4497840adc',1,NULL,'marketer');
INSERT INTO role_grant VALUES(2,X'01a20a3792967ff5b53bef2f5ba39ab2',1,NULL,'rep');
INSERT INTO role_grant VALUES(3,X'01a20a3792977016a76c75292597fa8e',1,NULL,'lifecycle');
INSERT INTO role_grant VALUES(4,X'01a20a3792a075e793813a44b18e309f',2,1,'rep');
INSERT INTO role_grant VALUES(5,X'01a20a3792a973aebce3090d2fb13f9c',3,1,'rep');
INSERT INTO role_grant VALUES(6,X'01a20a3792b07a1db50f084cc83da5bf',4,1,'marketer');
INSERT INTO role_grant VALUES(7,X'01a20a3792b77e65835adbde63739a29',5,1,'marketer');
INSERT INTO role_grant VALUES(8,X'01a20a3792c071279210a509f3f7c842',6,1,'marketer');
INSERT INTO role_grant VALUES(9,X'01a20a3792c871ac854522d73a74e68a',7,1,'lifecycle');
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
INSERT INTO membership VALUES(1,X'01a20a3792ce7507ab32519ac7dfd20f',2,1,'active',1,0,NULL);
INSERT INTO membership VALUES(2,X'01a20a3792d9717ea033507bb01081c1',3,1,'active',1,0,NULL);
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
INSERT INTO period VALUES(1,X'01a20a3792e67ab091a02b45963e97fc',1,'2026-H2',1782864000,1798761600,1799971200,NULL,0,NULL,0);
INSERT INTO period VALUES(2,X'01a20a3792ed73a2b40fb32324373c0d',1,'2026-H1',1767225600,1782864000,1784073600,1795424400,0,NULL,1);
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
INSERT INTO slot VALUES(1,X'01a20a3793107588ab277c2d85b8b42b',1,2,1795510800,1795512600,'2026-11-24T10:00','Europe/Berlin',1,1,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
INSERT INTO slot VALUES(2,X'01a20a37931e77089fa5319d48a170cc',1,2,1795683600,1795685400,'2026-11-26T10:00','Europe/Berlin',1,0,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
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
INSERT INTO booking VALUES(1,X'01a20a3793247bae9c0196789ae42f84',1,4,'confirmed',1795510800,1795512600,1795424400,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO note VALUES(1,X'01a20a3792f87d54bd94e12b31886f33',1,NULL,NULL,'import','submitted','unsaid',NULL,NULL,1772496000,1795424400,1,NULL);
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
INSERT INTO observation VALUES(1,X'01a20a3792f9703d9c519c73f9d33c19',1,'alerts','The alert came late','own',0,0,0,0,NULL,NULL);
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
INSERT INTO theme VALUES(1,X'01a20a3792fd7db6a3d2abb9a5a22f57',1,'Late alerts',NULL,'alerts','active',NULL,NULL,'late',NULL);
CREATE TABLE coding (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  observation_id INTEGER NOT NULL REFERENCES observation,
  theme_id INTEGER NOT NULL REFERENCES theme,
  by_whom TEXT NOT NULL,
  person_id INTEGER REFERENCES person,
  state TEXT NOT NULL
) STRICT;
INSERT INTO coding VALUES(1,X'01a20a379302749db801d3fe6573926f',1,1,'codebook',NULL,'active');
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
CREATE TABLE action_theme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  action_id INTEGER NOT NULL REFERENCES action,
  theme_id INTEGER NOT NULL REFERENCES theme,
  UNIQUE (action_id, theme_id)
) STRICT;
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
INSERT INTO snapshot VALUES(1,X'01a20a3793097aa7968d6c854577d342',2,1,1795424400,1,NULL,'a5d884b8cde9c5f04ecc511de93dbdeb939de87b523e162560aed4c4689968c0','{"model":1,"program":"Rep Life","period":{"id":"P-2","name":"2026-H1","start":"2026-01-01T00:00:00Z","end":"2026-07-01T00:00:00Z","first_day":"2026-01-01","last_day":"2026-06-30","due":"2026-07-15T00:00:00Z","state":"closed","revision":1,"zone":"Etc/UTC"},"as_of":"2026-11-23T09:00:00Z","areas":[{"area":"information","remarks":0},{"area":"alerts","remarks":1},{"area":"campaigns","remarks":0},{"area":"other","remarks":0}],"base":{"written_up":0,"write_ups":1,"remarks":1,"in_themes":1,"uncoded":0,"set_aside":0,"marketers":0,"reps":0,"held":0,"offered":0},"participation":{"seats":{"sessions":0,"offered":0,"taken":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0},"marketers":{"people":3,"sat_in":0,"goal":2,"met_goal":0},"reps":{"people":2,"hosted":0},"teams":[{"side":"marketing","team":"none given","people":3,"took_part":0,"sessions":0,"written_up":0},{"side":"sales","team":"small teams","people":2,"took_part":0,"sessions":0,"written_up":0}],"by_person":[{"login":"dana","name":"Dana Weber","team":null,"marketer":true,"rep":false,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"kim","name":"Kim Sato","team":null,"marketer":true,"rep":false,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"zoe","name":"Zoe Park","team":null,"marketer":true,"rep":false,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"ana","name":"Ana Ruiz","team":null,"marketer":false,"rep":true,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"bo","name":"Bo Lind","team":null,"marketer":false,"rep":true,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0}]},"coverage":[{"group":"team","name":"none given","sessions":0,"seats":0,"taken":0,"held":0,"written_up":0},{"group":"segment","name":"none given","sessions":0,"seats":0,"taken":0,"held":0,"written_up":0}],"themes":[{"rank":1,"id":"T-1","name":"Late alerts","area":"alerts","state":"active","observations":1,"sessions":0,"reps":0,"marketers":0,"front":false,"actions":[],"quotes":[]}],"actions":[],"leads":{"seen":0,"alerted":{"yes":0,"late":0,"no":0,"couldnt_see":0},"followed":{"same_hour":0,"same_day":0,"later":0,"couldnt_see":0}}}','2229cf63a68385f360c5c3532c615c3d20afb9b3834d1f078e857930a33bfb20');
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
INSERT INTO audit VALUES(1,1795424400,1,NULL,'init',NULL,0,X'c3c110ba720ef1658005e1380400c60a2e323541399ee62db157c5de5165c625');
INSERT INTO audit VALUES(2,1795424400,1,NULL,'person add',NULL,1,X'a0736e9096299acfde3b9837d17ae2e5d7f41b4de5da732548b69e7cb878057a');
INSERT INTO audit VALUES(3,1795424400,1,NULL,'person add',NULL,1,X'71f8e78a62748e2dbb452fa64f95257318ee59a4e22a4fbc802cc2efc54988a3');
INSERT INTO audit VALUES(4,1795424400,1,NULL,'person add',NULL,1,X'4b012e248580d7298d9ba358abc393a2de3a4f51ad22a54a51df56eb7684626f');
INSERT INTO audit VALUES(5,1795424400,1,NULL,'person add',NULL,1,X'03411fd541cb2995fbb4dfbec0a1b0c617f44d6018ba45e44ac0f9535e1ae70f');
INSERT INTO audit VALUES(6,1795424400,1,NULL,'person add',NULL,1,X'345b9c6ca5dbb08507d321235c44bd47bc08031e71ad99a6a5c4d54d213d2d08');
INSERT INTO audit VALUES(7,1795424400,1,NULL,'person add',NULL,1,X'93a20e88d05457a7108f6f19a40532cdfd93371be312a2fdcc862d683fe9982c');
INSERT INTO audit VALUES(8,1795424400,1,NULL,'roster invite',NULL,1,X'e99a6376fee36c3cf6c1ad4f212f59ed48689dcac9258bb459933e2cca980a92');
INSERT INTO audit VALUES(9,1795424400,1,2,'roster accept',NULL,1,X'550931a4aad337fe7cc4cd657179ee00158fb51a49015a163c5654ef08095c98');
INSERT INTO audit VALUES(10,1795424400,1,NULL,'roster invite',NULL,1,X'8bb20367810a70ce7e6b272e7a98b8c96ac20a0e1445c9fb56551fb266af3900');
INSERT INTO audit VALUES(11,1795424400,1,3,'roster accept',NULL,1,X'1ea7d65869495dbf740a7e99447153c801daac1b73b15235f13cbb474a447a1a');
INSERT INTO audit VALUES(12,1795424400,1,NULL,'period open',NULL,1,X'b83cf3484a0a671dd125a460e76d7f98f52094a3d4611ae3360d798faced7131');
INSERT INTO audit VALUES(13,1795424400,1,NULL,'period open',NULL,1,X'be564bb4b2b1f770ea27895e6fa3e627b24dab3ae83b17a9ae3ae72f6093f46b');
INSERT INTO audit VALUES(14,1795424400,1,NULL,'import csv',NULL,1,X'e80386f5f75c5dd0aaf3ea0af6e04cbb769edfbba811f05d0dc6508f55bb4e1d');
INSERT INTO audit VALUES(15,1795424400,1,NULL,'theme add',NULL,1,X'0b5dcd1b2a4f238fd2c5f58dddd4f17322048e11b73a41559f52896eb9f29b5b');
INSERT INTO audit VALUES(16,1795424400,1,NULL,'theme code',NULL,1,X'2229cf63a68385f360c5c3532c615c3d20afb9b3834d1f078e857930a33bfb20');
INSERT INTO audit VALUES(17,1795424400,1,NULL,'period close',NULL,0,X'22af8caa16fc17273b7acdfa91bb16d17aa7f8a0ef3d359ba3a4df54c2813feb');
INSERT INTO audit VALUES(18,1795424400,1,NULL,'slot add',NULL,1,X'90066d7557a76ff95a2fa2dd54555077ab16f6b5df3147934e54ac862c7ff55e');
INSERT INTO audit VALUES(19,1795424400,1,NULL,'slot add',NULL,1,X'155e8283855ea943fd670c6add5fd5cb69cda9700b0aee28dbf0320ac00d2e0d');
INSERT INTO audit VALUES(20,1795424400,1,4,'book',NULL,1,X'cf1af4ebd9c28a86b02d7fc9f27adcdb270b2f03f7c4274c78aca754bd817dda');
INSERT INTO audit VALUES(21,1795424400,1,5,'book',NULL,1,X'19af5cc9fbf50a0e27b5660d0074b6d4c58f754e2de1f9fb71ec4072497e472b');
INSERT INTO audit VALUES(22,1795424400,1,5,'undo',21,0,X'1bdb9557ce8d3d1146b4f75394dedf47a2b6128e410180c069f7ad0530767b35');
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
INSERT INTO change VALUES(1,0,'person',1,1,replace('{"id":1,"uuid":"01a20a37-9296-78dc-809d-ce3594333e82","new":{"login":"root","name":"root","status":"active","owner":true}}\n','\n',char(10)),X'cbe61592d9c07504e5568e326e43c4dd',X'8ced4def91397d430e3f279d3a3ef665caeb771a1515573fee99adfd9acc4bac');
INSERT INTO change VALUES(1,1,'program',1,1,replace('{"id":1,"uuid":"01a20a37-9296-7cff-a738-379c7cbe78b3","new":{"name":"Rep Life","kind":"shadow","zone":"Etc/UTC","length_min":30,"seats":1,"notice_min":60,"cancel_min":1440,"active_limit":4,"goal":2,"offer_min":240}}\n','\n',char(10)),X'97fd6a77fa37c7a7f213f75de8dadcd8',X'a68f8f8cab851a66490115a6caf26335c80d7e6ba702ecacb7c2309c39df9810');
INSERT INTO change VALUES(1,2,'role_grant',1,3,replace('{"id":1,"uuid":"01a20a37-9296-7ed3-b692-9a4497840adc","new":{"person_id":1,"role":"marketer"}}\n{"id":2,"uuid":"01a20a37-9296-7ff5-b53b-ef2f5ba39ab2","new":{"person_id":1,"role":"rep"}}\n{"id":3,"uuid":"01a20a37-9297-7016-a76c-75292597fa8e","new":{"person_id":1,"role":"lifecycle"}}\n','\n',char(10)),X'5a90acc53ea08f46300cf7459ab0e5f2',X'8949e4b5d143abc5c0b7241face964df2b27ab1e755a013954fe7ad77e6a2625');
INSERT INTO change VALUES(2,0,'person',2,1,replace('{"id":2,"uuid":"01a20a37-92a0-72c7-b03c-02f716df446d","new":{"login":"ana","name":"Ana Ruiz","email":"ana@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'55dd608d00c7e327b904013851ca0f50',X'bc79909edcec5a395e87c33540738cef651c6f8fa119e1d252c62309a8bca4ef');
INSERT INTO change VALUES(2,1,'role_grant',4,1,replace('{"id":4,"uuid":"01a20a37-92a0-75e7-9381-3a44b18e309f","new":{"person_id":2,"program_id":1,"role":"rep"}}\n','\n',char(10)),X'6a04f777d410a4458a58bf0b7c63c7f3',X'0520183812f39133e83da9396e277148f040a73fdd8b93a875c29ca48c2b0f1d');
INSERT INTO change VALUES(3,0,'person',3,1,replace('{"id":3,"uuid":"01a20a37-92a9-709d-9f9b-825f668bca54","new":{"login":"bo","name":"Bo Lind","email":"bo@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'1e743d498fe8cba7e5d3496d211019d7',X'6c7b4ce52f1f7398baa9fffaacf08c3210e1447aa43484cb77da5dfe3424e551');
INSERT INTO change VALUES(3,1,'role_grant',5,1,replace('{"id":5,"uuid":"01a20a37-92a9-73ae-bce3-090d2fb13f9c","new":{"person_id":3,"program_id":1,"role":"rep"}}\n','\n',char(10)),X'80c40ae159c7f71b35e7aa4159a11e23',X'b87b648f243922a8b30dd1ed1fde1b4fde635bd7dd9d45f846aacbad807ea77a');
INSERT INTO change VALUES(4,0,'person',4,1,replace('{"id":4,"uuid":"01a20a37-92b0-7764-9cff-a79f79f96e18","new":{"login":"dana","name":"Dana Weber","email":"dana@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'7bf2be399d617dded134f70ac8b9b3a7',X'4b8bb6901a06742022b925dfb34cb878ce62872a3e602a5c8be896056606eb4f');
INSERT INTO change VALUES(4,1,'role_grant',6,1,replace('{"id":6,"uuid":"01a20a37-92b0-7a1d-b50f-084cc83da5bf","new":{"person_id":4,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'531fa5651bdb75e195996b733a59f2ea',X'8fb637e5322f2ae2a15d9ff43ee4fd9b51412926c4e0c05f6c0a66171a990fd9');
INSERT INTO change VALUES(5,0,'person',5,1,replace('{"id":5,"uuid":"01a20a37-92b7-7b4f-bc32-74c031b6ef3f","new":{"login":"kim","name":"Kim Sato","email":"kim@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'd90df12d3ec6919d66a7df26e71cda0c',X'c074e4104108f3870d581f9995e901fbe8c0d385f42ad9da38a02477c781360f');
INSERT INTO change VALUES(5,1,'role_grant',7,1,replace('{"id":7,"uuid":"01a20a37-92b7-7e65-835a-dbde63739a29","new":{"person_id":5,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'1a3e789e5c3202d65e9235cccdcb2b51',X'260d154552c8d7ec9576b243b2b2c6c0c58fc7f143c44fdc213fbad4e84975f9');
INSERT INTO change VALUES(6,0,'person',6,1,replace('{"id":6,"uuid":"01a20a37-92bf-7e3d-b15f-d82475f00f6c","new":{"login":"zoe","name":"Zoe Park","email":"zoe@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'117a0fea77dd65eaa231df51303ae343',X'7fa3a5740b61458f49d9da3a85000b6ac2d8de6c7cd2025890e9731782b2682e');
INSERT INTO change VALUES(6,1,'role_grant',8,1,replace('{"id":8,"uuid":"01a20a37-92c0-7127-9210-a509f3f7c842","new":{"person_id":6,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'c31ef08a712a3bd4484223946dbf8248',X'2579e7ea6b1dfeb0cb676477a461b7592f7cc1cf611ce53b3c9f76c094d925d5');
INSERT INTO change VALUES(7,0,'person',7,1,replace('{"id":7,"uuid":"01a20a37-92c7-7ed5-8810-745c3fb35904","new":{"login":"lea","name":"Lea Blum","email":"lea@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'551a8d07d776042684d8856ac10ea362',X'd750db1aaab3f0a7de7402d49ffc944752806e7129979ca0e287124fffcacbb4');
INSERT INTO change VALUES(7,1,'role_grant',9,1,replace('{"id":9,"uuid":"01a20a37-92c8-71ac-8545-22d73a74e68a","new":{"person_id":7,"program_id":1,"role":"lifecycle"}}\n','\n',char(10)),X'0f19e198230e3dbda3d34def033fdb45',X'e3c0866e0e3cd2a940dfc84b2d0f4c93b3e3acce54b7a17bff5f8b1303a5990c');
INSERT INTO change VALUES(8,0,'membership',1,1,replace('{"id":1,"uuid":"01a20a37-92ce-7507-ab32-519ac7dfd20f","new":{"person_id":2,"program_id":1,"state":"invited","recruited_by":1,"weekly_cap":0}}\n','\n',char(10)),X'5cd43e159a66b350502d1c8ea86048bc',X'e487f963b3d1c8a57ef218e4dd0d9d83d141e707f9bbf44620a2dfa2e65c3a9b');
INSERT INTO change VALUES(9,0,'membership',1,1,replace('{"id":1,"old":{"state":"invited"},"new":{"state":"active"}}\n','\n',char(10)),X'6456c206f8212498de9d558d5e328801',X'b9f276cc620adaffc253b8d34142fcabbe4100401ec1185d12be7a3a5aecf1a8');
INSERT INTO change VALUES(10,0,'membership',2,1,replace('{"id":2,"uuid":"01a20a37-92d9-717e-a033-507bb01081c1","new":{"person_id":3,"program_id":1,"state":"invited","recruited_by":1,"weekly_cap":0}}\n','\n',char(10)),X'956c54377f7afec0705d72524a78af59',X'c653afeeae8a2c6617d702f49531f9cbcf22cb96d4ef60ab40247897793ba950');
INSERT INTO change VALUES(11,0,'membership',2,1,replace('{"id":2,"old":{"state":"invited"},"new":{"state":"active"}}\n','\n',char(10)),X'8b1a16162c11e53044e193199d5bd4ea',X'e93faf7b8193b1a3b08704cfb0111af659b4598cf326d31eba0d908ea0573950');
INSERT INTO change VALUES(12,0,'period',1,1,replace('{"id":1,"uuid":"01a20a37-92e6-7ab0-91a0-2b45963e97fc","new":{"program_id":1,"name":"2026-H2","begin_s":1782864000,"end_s":1798761600,"due_s":1799971200,"reopened":false,"revision":0}}\n','\n',char(10)),X'c65cfd0cb9299bb651f7da2b951d7ad3',X'da33f8d48139fd8d059884ddf094167cd3692704012510d0b13f9300e19af6be');
INSERT INTO change VALUES(13,0,'period',2,1,replace('{"id":2,"uuid":"01a20a37-92ed-73a2-b40f-b32324373c0d","new":{"program_id":1,"name":"2026-H1","begin_s":1767225600,"end_s":1782864000,"due_s":1784073600,"reopened":false,"revision":0}}\n','\n',char(10)),X'e9ef8dde55ae38d03d757a657140d93c',X'33eec965c3102314e0da2fd44f7ee7ec30407b15fc804671f4fb59044ce2601b');
INSERT INTO change VALUES(14,0,'note',1,1,replace('{"id":1,"uuid":"01a20a37-92f8-7d54-bd94-e12b31886f33","new":{"program_id":1,"side":"import","state":"submitted","happened":"unsaid","said_s":1772496000,"submitted_s":1795424400,"late":true}}\n','\n',char(10)),X'9fc67735b5d3c6accb2fa92bf1a712f6',X'ff297d9517f9feaf88947403ad228966bc604e4591c9bf30307c6233ab0444f6');
INSERT INTO change VALUES(14,1,'observation',1,1,replace('{"id":1,"uuid":"01a20a37-92f9-703d-9c51-9c73f9d33c19","new":{"note_id":1,"area":"alerts","text":"The alert came late","words_of":"own","may_quote":false,"starred":false,"held_back":false,"cleared":false}}\n','\n',char(10)),X'b00889f38ec848bf4cd439e55b8b47fe',X'88c15a207b0a30850f6af18fc1efd68c951a7210ef2937a181922531820f9fa5');
INSERT INTO change VALUES(15,0,'theme',1,1,replace('{"id":1,"uuid":"01a20a37-92fd-7db6-a3d2-abb9a5a22f57","new":{"program_id":1,"name":"Late alerts","area":"alerts","state":"active","terms":"late"}}\n','\n',char(10)),X'95e0e834cfd0491d02f5d0a465f1bd0e',X'98120ba25b5f57602890fb963b75287b17337395d51cd0a0b8f74179fdf74182');
INSERT INTO change VALUES(16,0,'coding',1,1,replace('{"id":1,"uuid":"01a20a37-9302-749d-b801-d3fe6573926f","new":{"observation_id":1,"theme_id":1,"by_whom":"codebook","state":"active"}}\n','\n',char(10)),X'f70e7f8d6254f4e167fc4f34dbcedd9c',X'6813f054e504da714f0b9a52b665cedc86549cc413e9a7a10aa9269013de1ada');
INSERT INTO change VALUES(17,0,'period',2,1,replace('{"id":2,"old":{"closed_s":null,"revision":0},"new":{"closed_s":1795424400,"revision":1}}\n','\n',char(10)),X'026e2810512e7d4df39561fd89523c66',X'c8ff0cc140666f4423350d4ea8e07409f850cdda24ea5b122a8edd729d44c516');
INSERT INTO change VALUES(17,1,'snapshot',1,1,replace('{"id":1,"uuid":"01a20a37-9309-7aa7-968d-6c854577d342","new":{"period_id":2,"revision":1,"at_s":1795424400,"by_id":1,"hash":"a5d884b8cde9c5f04ecc511de93dbdeb939de87b523e162560aed4c4689968c0","model":"{\"model\":1,\"program\":\"Rep Life\",\"period\":{\"id\":\"P-2\",\"name\":\"2026-H1\",\"start\":\"2026-01-01T00:00:00Z\",\"end\":\"2026-07-01T00:00:00Z\",\"first_day\":\"2026-01-01\",\"last_day\":\"2026-06-30\",\"due\":\"2026-07-15T00:00:00Z\",\"state\":\"closed\",\"revision\":1,\"zone\":\"Etc/UTC\"},\"as_of\":\"2026-11-23T09:00:00Z\",\"areas\":[{\"area\":\"information\",\"remarks\":0},{\"area\":\"alerts\",\"remarks\":1},{\"area\":\"campaigns\",\"remarks\":0},{\"area\":\"other\",\"remarks\":0}],\"base\":{\"written_up\":0,\"write_ups\":1,\"remarks\":1,\"in_themes\":1,\"uncoded\":0,\"set_aside\":0,\"marketers\":0,\"reps\":0,\"held\":0,\"offered\":0},\"participation\":{\"seats\":{\"sessions\":0,\"offered\":0,\"taken\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0},\"marketers\":{\"people\":3,\"sat_in\":0,\"goal\":2,\"met_goal\":0},\"reps\":{\"people\":2,\"hosted\":0},\"teams\":[{\"side\":\"marketing\",\"team\":\"none given\",\"people\":3,\"took_part\":0,\"sessions\":0,\"written_up\":0},{\"side\":\"sales\",\"team\":\"small teams\",\"people\":2,\"took_part\":0,\"sessions\":0,\"written_up\":0}],\"by_person\":[{\"login\":\"dana\",\"name\":\"Dana Weber\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"kim\",\"name\":\"Kim Sato\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"zoe\",\"name\":\"Zoe Park\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"ana\",\"name\":\"Ana Ruiz\",\"team\":null,\"marketer\":false,\"rep\":true,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"bo\",\"name\":\"Bo Lind\",\"team\":null,\"marketer\":false,\"rep\":true,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0}]},\"coverage\":[{\"group\":\"team\",\"name\":\"none given\",\"sessions\":0,\"seats\":0,\"taken\":0,\"held\":0,\"written_up\":0},{\"group\":\"segment\",\"name\":\"none given\",\"sessions\":0,\"seats\":0,\"taken\":0,\"held\":0,\"written_up\":0}],\"themes\":[{\"rank\":1,\"id\":\"T-1\",\"name\":\"Late alerts\",\"area\":\"alerts\",\"state\":\"active\",\"observations\":1,\"sessions\":0,\"reps\":0,\"marketers\":0,\"front\":false,\"actions\":[],\"quotes\":[]}],\"actions\":[],\"leads\":{\"seen\":0,\"alerted\":{\"yes\":0,\"late\":0,\"no\":0,\"couldnt_see\":0},\"followed\":{\"same_hour\":0,\"same_day\":0,\"later\":0,\"couldnt_see\":0}}}","audit_hash":"2229cf63a68385f360c5c3532c615c3d20afb9b3834d1f078e857930a33bfb20"}}\n','\n',char(10)),X'2345e35a1acf913242371d371fbcb8d1',X'0bb97812d4790a86cb71d6bdadc3ac23bf8eeb573f0ba4b0d3e8a4ad7af33874');
INSERT INTO change VALUES(18,0,'slot',1,1,replace('{"id":1,"uuid":"01a20a37-9310-7588-ab27-7c2d85b8b42b","new":{"program_id":1,"rep_id":2,"begin_s":1795510800,"end_s":1795512600,"wall":"2026-11-24T10:00","zone":"Europe/Berlin","seats":1,"state":"open","sequence":0}}\n','\n',char(10)),X'0539eb0aa62e1b956b4076daa2711af7',X'8ea666e699a1aab2aa39f3715c0df92d9f6196bac317c3c18a1f04d732ac9f22');
INSERT INTO change VALUES(19,0,'slot',2,1,replace('{"id":2,"uuid":"01a20a37-931e-7708-9fa5-319d48a170cc","new":{"program_id":1,"rep_id":2,"begin_s":1795683600,"end_s":1795685400,"wall":"2026-11-26T10:00","zone":"Europe/Berlin","seats":1,"state":"open","sequence":0}}\n','\n',char(10)),X'f9d5da71c4ceafa63bf74c51bf8a6c23',X'1fd506b605c835bb0489341f4e573bd399d2f0bf0e9f641de199ffca4e328b52');
INSERT INTO change VALUES(20,0,'booking',1,1,replace('{"id":1,"uuid":"01a20a37-9324-7bae-9c01-96789ae42f84","new":{"slot_id":1,"marketer_id":4,"state":"confirmed","queued_s":1795424400}}\n','\n',char(10)),X'18ef363d0f6a8f146e5e2f698b5d5a9d',X'c3d17a048300f6e0c3ae662d296f627caee10982dd4780d8de3b1f36db20e22a');
INSERT INTO change VALUES(21,0,'booking',2,1,replace('{"id":2,"uuid":"01a20a37-932b-70d1-b2cc-6fb0857a2136","new":{"slot_id":2,"marketer_id":5,"state":"confirmed","queued_s":1795424400}}\n','\n',char(10)),X'5e9354c3790bde1318de82096658bdc3',X'af3320d92c07f41c41efcfd4124c89f0051e82f3072fb3b9679af65680ae3f54');
INSERT INTO change VALUES(22,0,'booking',2,1,replace('{"id":2,"uuid":"01a20a37-932b-70d1-b2cc-6fb0857a2136","old":{"slot_id":2,"marketer_id":5,"state":"confirmed","queued_s":1795424400}}\n','\n',char(10)),X'82354364eb9ad13611be4a250b72d3ae',X'dfe7404a20a05a8b1e5d21e474363f667340e0317b7cef44b9f920fd5201fd0f');
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
INSERT INTO sqlite_sequence VALUES('note',1);
INSERT INTO sqlite_sequence VALUES('observation',1);
INSERT INTO sqlite_sequence VALUES('theme',1);
INSERT INTO sqlite_sequence VALUES('coding',1);
INSERT INTO sqlite_sequence VALUES('snapshot',1);
INSERT INTO sqlite_sequence VALUES('slot',2);
INSERT INTO sqlite_sequence VALUES('booking',2);
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
CREATE INDEX coding_by_theme ON coding (theme_id, state);
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
