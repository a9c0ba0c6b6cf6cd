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
INSERT INTO person VALUES(1,X'01a20a6795df7170a26df40ac84a29be','root','root',NULL,NULL,NULL,NULL,'active',1,NULL);
INSERT INTO person VALUES(2,X'01a20a6795e27d3f8404faea8e7366ba','ana','Ana Ruiz','ana@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(3,X'01a20a6795e57c598029171fff2dbae9','bo','Bo Lind','bo@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(4,X'01a20a6795e87a348b7b39300aa593f7','dana','Dana Weber','dana@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(5,X'01a20a6795eb759395b30d0fd9439d01','kim','Kim Sato','kim@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(6,X'01a20a6795ee721097b28c9cd9c5e592','zoe','Zoe Park','zoe@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(7,X'01a20a6795f07d9cb6d85fb5850b5c7d','lea','Lea Blum','lea@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
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
INSERT INTO program VALUES(1,X'01a20a6795df735b8f2a65b6dd8c181b','Rep Life','shadow','Etc/UTC',30,1,60,1440,4,2,240);
CREATE TABLE role_grant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER REFERENCES program,
  role TEXT NOT NULL CHECK (role IN ('marketer', 'rep', 'lifecycle'))
) STRICT;
INSERT INTO role_grant VALUES(1,X'01a20a6795df747782d6f609ffb2d90a',1,NULL,'marketer');
INSERT INTO role_grant VALUES(2,X'01a20a6795df755cb173633c2782a307',1,NULL,'rep');
INSERT INTO role_grant VALUES(3,X'01a20a6795df757d888faa7afe8c1f27',1,NULL,'lifecycle');
INSERT INTO role_grant VALUES(4,X'01a20a6795e27f2aa9c03cd64770d63b',2,1,'rep');
INSERT INTO role_grant VALUES(5,X'01a20a6795e57e33831db7f264a30921',3,1,'rep');
INSERT INTO role_grant VALUES(6,X'01a20a6795e87be0b5aec10dbdd2d66e',4,1,'marketer');
INSERT INTO role_grant VALUES(7,X'01a20a6795eb77399b486e906ce75650',5,1,'marketer');
INSERT INTO role_grant VALUES(8,X'01a20a6795ee73c592dbaceafd418871',6,1,'marketer');
INSERT INTO role_grant VALUES(9,X'01a20a6795f07f418bd34cccf9039bca',7,1,'lifecycle');
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
INSERT INTO membership VALUES(1,X'01a20a6795f37ae1945595b47c8c25ca',2,1,'active',1,0,NULL);
INSERT INTO membership VALUES(2,X'01a20a6795f9758787fa2f26c7f78b14',3,1,'active',1,0,NULL);
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
INSERT INTO period VALUES(1,X'01a20a6795fe7d6ba33d9ae751d6faf3',1,'2026-H2',1782864000,1798761600,1799971200,NULL,0,NULL,0);
INSERT INTO period VALUES(2,X'01a20a6796017b2eb8d9bb229fdba0b3',1,'2026-H1',1767225600,1782864000,1783728000,1783846800,0,NULL,1);
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
INSERT INTO rule VALUES(1,X'01a20a6796097ea5ac441bca47ae2d57',2,1,'every tue 10:00-11:00 60min 2 seats','Europe/Berlin',NULL,NULL,NULL,'active');
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
INSERT INTO slot VALUES(1,X'01a20a67960c7912a5761e0a4268018a',1,2,1782201600,1782205200,'2026-06-23T10:00','Europe/Berlin',2,2,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
INSERT INTO slot VALUES(2,X'01a20a67962d7a609f0a5d3a4da30b90',1,2,1795510800,1795512600,'2026-11-24T10:00','Europe/Berlin',2,1,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
INSERT INTO slot VALUES(3,X'01a20a67963076a0896c24e7bb3f991c',1,2,1795597200,1795599000,'2026-11-25T10:00','Europe/Berlin',1,0,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
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
INSERT INTO booking VALUES(1,X'01a20a67960f7bf08ab7e02d9b1ca867',1,4,'attended',1782201600,1782205200,1781946000,NULL,NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(2,X'01a20a67961371e5b38aea52d72a0aa4',1,5,'attended',1782201600,1782205200,1781946000,NULL,NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(3,X'01a20a679633764fbbc956c99ca89f6e',2,4,'confirmed',1795510800,1795512600,1795424400,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO note VALUES(1,X'01a20a679616793692831afb17d15941',1,1,4,'marketer','submitted','yes',NULL,4,1782201600,1782291600,0,NULL);
INSERT INTO note VALUES(2,X'01a20a67961a76abadc133b0703ec672',1,2,5,'marketer','submitted','yes',NULL,NULL,1782201600,1782291600,0,NULL);
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
INSERT INTO observation VALUES(1,X'01a20a6796167d8f8ee4a3a0d6f4ca73',1,'information','Nobody had the price list','own',1,0,0,0,NULL,NULL);
INSERT INTO observation VALUES(2,X'01a20a6796167f11b7b31a040c961ada',1,'alerts','The alert came late, after the call','own',1,0,0,0,NULL,NULL);
INSERT INTO observation VALUES(3,X'01a20a67961a7928a79dcff178d12d8b',2,'alerts','Too late again, the alert','own',0,0,0,0,NULL,NULL);
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
INSERT INTO lead VALUES(1,X'01a20a679617703ea66efd4de4e81553',1,'webinar','late','same_day',NULL,1782201600,NULL);
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
INSERT INTO theme VALUES(1,X'01a20a679604784da2f4a72efa1e4a68',1,'Alert came late',NULL,'alerts','active',NULL,NULL,'late;too late',NULL);
INSERT INTO theme VALUES(2,X'01a20a6796077483be08a101b9ebcc59',1,'No price list',NULL,'information','active',NULL,NULL,'price list',NULL);
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
INSERT INTO coding VALUES(1,X'01a20a67961d7e6c8ed9fa2d244972fa',1,2,'codebook',NULL,'active',1782201600,2,1);
INSERT INTO coding VALUES(2,X'01a20a67961e74bf9ad6332e4ae3d41c',2,1,'codebook',NULL,'active',1782201600,2,1);
INSERT INTO coding VALUES(3,X'01a20a67961e75b98215583d32c34ab5',3,1,'codebook',NULL,'active',1782201600,2,1);
INSERT INTO coding VALUES(4,X'01a20a679621752eb22ef21e9940150b',1,1,'person',1,'active',1782201600,2,1);
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
INSERT INTO "action" VALUES(1,X'01a20a67962475f2ba2596dfda09f0b8',1,'Alert within five minutes','alerts',6,NULL,'proposed',NULL,NULL,NULL);
INSERT INTO "action" VALUES(2,X'01a20a67962774be9ca9b88c745fe9a0',1,'One price list','information',NULL,NULL,'proposed',NULL,NULL,NULL);
CREATE TABLE action_theme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  action_id INTEGER NOT NULL REFERENCES action,
  theme_id INTEGER NOT NULL REFERENCES theme,
  UNIQUE (action_id, theme_id)
) STRICT;
INSERT INTO action_theme VALUES(1,X'01a20a67962477d283eacf6f61501c6c',1,1);
INSERT INTO action_theme VALUES(2,X'01a20a67962776e4ab5aa966c2506049',2,2);
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
INSERT INTO snapshot VALUES(1,X'01a20a67962a7e95ae6122dbe05f310a',2,1,1783846800,1,NULL,'75f1ea57add0ed9a8e0b5433c29e8024fb39e14ee7fb27cf4b4af59ef8163fe7','{"model":1,"program":"Rep Life","period":{"id":"P-2","name":"2026-H1","start":"2026-01-01T00:00:00Z","end":"2026-07-01T00:00:00Z","first_day":"2026-01-01","last_day":"2026-06-30","due":"2026-07-11T00:00:00Z","state":"closed","revision":1,"zone":"Etc/UTC"},"as_of":"2026-07-12T09:00:00Z","areas":[{"area":"information","remarks":1},{"area":"alerts","remarks":2},{"area":"campaigns","remarks":0},{"area":"other","remarks":0}],"base":{"written_up":1,"write_ups":2,"remarks":3,"in_themes":3,"uncoded":0,"set_aside":0,"marketers":2,"reps":1,"held":1,"offered":1},"participation":{"seats":{"sessions":1,"offered":2,"taken":2,"attended":2,"missed":0,"cancelled":0,"written_up":2,"missing":0,"excused":0},"marketers":{"people":3,"sat_in":2,"goal":2,"met_goal":0},"reps":{"people":2,"hosted":1},"teams":[{"side":"marketing","team":"none given","people":3,"took_part":2,"sessions":2,"written_up":2},{"side":"sales","team":"small teams","people":2,"took_part":1,"sessions":1,"written_up":1}],"by_person":[{"login":"dana","name":"Dana Weber","team":null,"marketer":true,"rep":false,"booked":1,"attended":1,"missed":0,"cancelled":0,"written_up":1,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"kim","name":"Kim Sato","team":null,"marketer":true,"rep":false,"booked":1,"attended":1,"missed":0,"cancelled":0,"written_up":1,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"zoe","name":"Zoe Park","team":null,"marketer":true,"rep":false,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"ana","name":"Ana Ruiz","team":null,"marketer":false,"rep":true,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":1,"seats":2,"taken":2,"held":1},{"login":"bo","name":"Bo Lind","team":null,"marketer":false,"rep":true,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0}]},"coverage":[{"group":"team","name":"none given","sessions":1,"seats":2,"taken":2,"held":1,"written_up":1},{"group":"segment","name":"none given","sessions":1,"seats":2,"taken":2,"held":1,"written_up":1},{"group":"kind","name":"none given","sessions":1,"seats":2,"taken":2,"held":1,"written_up":1}],"themes":[{"rank":1,"id":"T-1","name":"Alert came late","area":"alerts","state":"active","observations":3,"sessions":1,"reps":1,"marketers":2,"front":false,"actions":["A-1"],"quotes":[{"id":"O-1","text":"Nobody had the price list","words_of":"own","personal":false,"by":"Dana Weber"},{"id":"O-2","text":"The alert came late, after the call","words_of":"own","personal":false,"by":"Dana Weber"}]},{"rank":2,"id":"T-2","name":"No price list","area":"information","state":"active","observations":1,"sessions":1,"reps":1,"marketers":1,"front":false,"actions":["A-2"],"quotes":[{"id":"O-1","text":"Nobody had the price list","words_of":"own","personal":false,"by":"Dana Weber"}]}],"actions":[{"id":"A-2","title":"One price list","area":"information","state":"proposed","changed":false,"themes":["T-2"]},{"id":"A-1","title":"Alert within five minutes","area":"alerts","owner":"Zoe Park","state":"proposed","changed":false,"themes":["T-1"]}],"leads":{"seen":1,"alerted":{"yes":0,"late":1,"no":0,"couldnt_see":0},"followed":{"same_hour":0,"same_day":1,"later":0,"couldnt_see":0}}}','846ccffd5696809cf37cb3896e5e8ce3b853a8a106fcb9562082d6f3c8a4fe33');
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
INSERT INTO audit VALUES(1,1781946000,1,NULL,'init',NULL,0,X'010beca257b622e09e2d2cbb3ce40212ee0c3b3fe06119b4ee8da6df5af3cf80');
INSERT INTO audit VALUES(2,1781946000,1,NULL,'person add',NULL,1,X'9052e06ee73909abdc1c71878d1ceb75e288c240a5b71950f4b20ed6a8890047');
INSERT INTO audit VALUES(3,1781946000,1,NULL,'person add',NULL,1,X'd988db0d3245c049385cd921704e2d1a5a7d2ceb7736608b76c8664266fe1a01');
INSERT INTO audit VALUES(4,1781946000,1,NULL,'person add',NULL,1,X'4149af7c6900c487d25640d2480cbc3abff595da3f176a3c103d6d117e782831');
INSERT INTO audit VALUES(5,1781946000,1,NULL,'person add',NULL,1,X'6b5e5d47492ff2d29741ee883448f038b130cd6cc226b083efdba78207f19033');
INSERT INTO audit VALUES(6,1781946000,1,NULL,'person add',NULL,1,X'b33f3600d5ec6fb69424044983a601d2b7c7634a618f19ab3d6100f0273100be');
INSERT INTO audit VALUES(7,1781946000,1,NULL,'person add',NULL,1,X'9c257ba4680f8164b332b4200a206496329d9130f2d72c2c4a833b412246f0c8');
INSERT INTO audit VALUES(8,1781946000,1,NULL,'roster invite',NULL,1,X'e0ec38cf5fbcb1899155a18cb2214fc78ee6e79afb3f51446ef8efcf74adaa94');
INSERT INTO audit VALUES(9,1781946000,1,2,'roster accept',NULL,1,X'c1c19d0cda31f6405f16f3657fd247438fef126e0ccd0118bf44586fab487096');
INSERT INTO audit VALUES(10,1781946000,1,NULL,'roster invite',NULL,1,X'66e725ef5fbb4505921d86d7661f7fc2923c05532f277b3acbbb8380a32f6d47');
INSERT INTO audit VALUES(11,1781946000,1,3,'roster accept',NULL,1,X'18c99aa0c6631b07855e359519abfea55ff6c2ee86499fdf2547fc6ba75db004');
INSERT INTO audit VALUES(12,1781946000,1,NULL,'period open',NULL,1,X'02b14e7947303ea3b699dbd7c09e08e7ab260808ab35ff39e507ecec9290dc49');
INSERT INTO audit VALUES(13,1781946000,1,NULL,'period open',NULL,1,X'b4459ce73f0b74f3831f29ef0d373616b62f5e991fe685dfd1e5e335bff23220');
INSERT INTO audit VALUES(14,1781946000,1,NULL,'theme add',NULL,1,X'd6ebf9f688d77184320a6cdc7b28402d2e69c0fd3b30650f6fc7c22a8de422ce');
INSERT INTO audit VALUES(15,1781946000,1,NULL,'theme add',NULL,1,X'5d4d3c7003c98a065e41746889e90fed9152a8ff8e84dfe88d40bf36d6bc9227');
INSERT INTO audit VALUES(16,1781946000,1,2,'hours add',NULL,1,X'9d0038a6f85c8b9fde7be7791755c55bc81a4dcd1f04f723f47c1fa9e251c3b1');
INSERT INTO audit VALUES(17,1781946000,1,NULL,'slot add',NULL,1,X'5bec114fc120c63808965f67bf6c3f6b7c1f7795b185e90aa5d4b675712ea8c4');
INSERT INTO audit VALUES(18,1781946000,1,4,'book',NULL,1,X'e448906dc4456a1c7499c14a316564005d324619d08ee50ae645233c3da329dd');
INSERT INTO audit VALUES(19,1781946000,1,5,'book',NULL,1,X'e57258df0a485b0cd5c89ab45031b8b8705c40aeb5ddbb9009c2639691ebe230');
INSERT INTO audit VALUES(20,1782291600,1,4,'note add',NULL,1,X'fbe05a4432c76ad867c8ca84b1caf468d6ec85ef262a3f298d48533cbb507fe5');
INSERT INTO audit VALUES(21,1782291600,1,5,'note add',NULL,1,X'c2f292c7a0168ac3dc513fdb6d9839ad10db7c3398372d67d8cbf4dbcbe2d619');
INSERT INTO audit VALUES(22,1782291600,1,NULL,'theme code',NULL,1,X'718fa4552bcd8e2d7e942b55d250ba35627342e6490afa0bb19b35a2689111c4');
INSERT INTO audit VALUES(23,1782291600,1,NULL,'theme assign',NULL,1,X'106dd8341b48e9aa38081e61c461dae5e2c320789f8649d00bdf79e2949057a5');
INSERT INTO audit VALUES(24,1782291600,1,NULL,'action add',NULL,1,X'89f1919bad9e9b874b8727c7a687847745a5ea60018bc2f21f79be47b5b979c9');
INSERT INTO audit VALUES(25,1782291600,1,NULL,'action add',NULL,1,X'846ccffd5696809cf37cb3896e5e8ce3b853a8a106fcb9562082d6f3c8a4fe33');
INSERT INTO audit VALUES(26,1783846800,1,NULL,'period close',NULL,0,X'd42c333774392061b979e17fb63cd812ea6042c8d30914292a237d929a2cbddc');
INSERT INTO audit VALUES(27,1783846800,1,NULL,'slot add',NULL,1,X'8903f041c24324c8af3ab4835d465d0fb810f2853517679662230c8c9cb69640');
INSERT INTO audit VALUES(28,1783846800,1,NULL,'slot add',NULL,1,X'318f2e10cd9c9b7bee44ca02f6e98ca33e4fa6e0032a32f4343060f8e65e8f52');
INSERT INTO audit VALUES(29,1795424400,1,4,'book',NULL,1,X'9e5e39293398fc3fef3291ce6611477e7e0748500b8f3f5b3d30aafed871d73d');
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
INSERT INTO change VALUES(1,0,'person',1,1,replace('{"id":1,"uuid":"01a20a67-95df-7170-a26d-f40ac84a29be","new":{"login":"root","name":"root","status":"active","owner":true}}\n','\n',char(10)),X'e9fc2f1762ba9adcfb2e421422b8035a',X'cdc950925564e81c9b39e6428a706d1ec35d6f3ba53d0d189d3680f672a9b2b1');
INSERT INTO change VALUES(1,1,'program',1,1,replace('{"id":1,"uuid":"01a20a67-95df-735b-8f2a-65b6dd8c181b","new":{"name":"Rep Life","kind":"shadow","zone":"Etc/UTC","length_min":30,"seats":1,"notice_min":60,"cancel_min":1440,"active_limit":4,"goal":2,"offer_min":240}}\n','\n',char(10)),X'ab9438f54991ff1b853aebedc515a9b7',X'b269e8848a7265e12285a2b92fbf5df5aec67200c05c8dadeeb8b692e6c7d96b');
INSERT INTO change VALUES(1,2,'role_grant',1,3,replace('{"id":1,"uuid":"01a20a67-95df-7477-82d6-f609ffb2d90a","new":{"person_id":1,"role":"marketer"}}\n{"id":2,"uuid":"01a20a67-95df-755c-b173-633c2782a307","new":{"person_id":1,"role":"rep"}}\n{"id":3,"uuid":"01a20a67-95df-757d-888f-aa7afe8c1f27","new":{"person_id":1,"role":"lifecycle"}}\n','\n',char(10)),X'12459da404330980d05414a980bda669',X'c5c3b3a53b251501d107fb97b9cfbd84772109d0b27723508a9cae37c42a495d');
INSERT INTO change VALUES(2,0,'person',2,1,replace('{"id":2,"uuid":"01a20a67-95e2-7d3f-8404-faea8e7366ba","new":{"login":"ana","name":"Ana Ruiz","email":"ana@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'ab8c73028ab11f6660aefe378766164b',X'40fc9dcb7ccc255e93ec4a2ea12994b1b85a78f423082b3c255661b445f26bf1');
INSERT INTO change VALUES(2,1,'role_grant',4,1,replace('{"id":4,"uuid":"01a20a67-95e2-7f2a-a9c0-3cd64770d63b","new":{"person_id":2,"program_id":1,"role":"rep"}}\n','\n',char(10)),X'49c8e8802ea147e9963bf6e968ffe54a',X'44b71a1387cfd3ab8645df040ba85c2c235e581fe5db56bdf5d97dd908ff51d0');
INSERT INTO change VALUES(3,0,'person',3,1,replace('{"id":3,"uuid":"01a20a67-95e5-7c59-8029-171fff2dbae9","new":{"login":"bo","name":"Bo Lind","email":"bo@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'cbf6d70a67291d5c6a803fa5cb954d8c',X'313dd3a8cf7506f8f9784f6f781efa519b41e8a3e11de80649f4e3e47ef58d99');
INSERT INTO change VALUES(3,1,'role_grant',5,1,replace('{"id":5,"uuid":"01a20a67-95e5-7e33-831d-b7f264a30921","new":{"person_id":3,"program_id":1,"role":"rep"}}\n','\n',char(10)),X'c8f957b05ee4f384183d065f765088fc',X'4582a3c12cc12733f080e2f26e4f1a1e739541ba18c83a9580638772a51c6163');
INSERT INTO change VALUES(4,0,'person',4,1,replace('{"id":4,"uuid":"01a20a67-95e8-7a34-8b7b-39300aa593f7","new":{"login":"dana","name":"Dana Weber","email":"dana@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'7cd269db47469415312135228cca9e08',X'1b6c337282c667d72c4e8797981772fc73e761ff73817c55ac0c6cbcb86843d8');
INSERT INTO change VALUES(4,1,'role_grant',6,1,replace('{"id":6,"uuid":"01a20a67-95e8-7be0-b5ae-c10dbdd2d66e","new":{"person_id":4,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'e1ece8f8408762a085b071a8dea9980e',X'8ae46930a35169daf14e4eba44da489836e0cc88d7cdbf7a2c16828c695abd11');
INSERT INTO change VALUES(5,0,'person',5,1,replace('{"id":5,"uuid":"01a20a67-95eb-7593-95b3-0d0fd9439d01","new":{"login":"kim","name":"Kim Sato","email":"kim@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'55c657546cc8c4c3285ee179dac4b4d8',X'7d027a3f5b508851c3f7fd4bba0f3ed1e3000a92f3b3e74b652452e0e3f9f40d');
INSERT INTO change VALUES(5,1,'role_grant',7,1,replace('{"id":7,"uuid":"01a20a67-95eb-7739-9b48-6e906ce75650","new":{"person_id":5,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'f493f2f68edfeafa682f18aa7b0a0b53',X'29099ab153c1d103f3d40c966bc3d180c2e0344eab11a3d54b6756322b328cab');
INSERT INTO change VALUES(6,0,'person',6,1,replace('{"id":6,"uuid":"01a20a67-95ee-7210-97b2-8c9cd9c5e592","new":{"login":"zoe","name":"Zoe Park","email":"zoe@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'2fae654103f6ef53d9793f4a71053749',X'bb50bcacc9dbcd97b79463f5704c6a09a2c60a32dca9c909a14d661bf1f85bcc');
INSERT INTO change VALUES(6,1,'role_grant',8,1,replace('{"id":8,"uuid":"01a20a67-95ee-73c5-92db-aceafd418871","new":{"person_id":6,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'e509d62b5b19e113c1d70d7a337c752e',X'4da9c6d6c6866056948e36ad2f5414ddba27c17721a2fe6a30fb2cb8ba3fc3f1');
INSERT INTO change VALUES(7,0,'person',7,1,replace('{"id":7,"uuid":"01a20a67-95f0-7d9c-b6d8-5fb5850b5c7d","new":{"login":"lea","name":"Lea Blum","email":"lea@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'50f043c607871cbe493fbb3cfa352f58',X'36e23ee9936dbf92c1b73f4f4c6c4efc5e94e30fcb04b75d8fe7376948899046');
INSERT INTO change VALUES(7,1,'role_grant',9,1,replace('{"id":9,"uuid":"01a20a67-95f0-7f41-8bd3-4cccf9039bca","new":{"person_id":7,"program_id":1,"role":"lifecycle"}}\n','\n',char(10)),X'9d152039651551381869cf77e3ab72b1',X'7dbbbdcd14d4df6ada468a0612156817588f4242aa70e7bc79f0c1ff57586dd1');
INSERT INTO change VALUES(8,0,'membership',1,1,replace('{"id":1,"uuid":"01a20a67-95f3-7ae1-9455-95b47c8c25ca","new":{"person_id":2,"program_id":1,"state":"invited","recruited_by":1,"weekly_cap":0}}\n','\n',char(10)),X'fc4265a26a9e1b8d24b7b791279b226f',X'8a0ee82b723247f9c7646f7c3004b24503767505bea8aa64beb2d7caa207baf3');
INSERT INTO change VALUES(9,0,'membership',1,1,replace('{"id":1,"old":{"state":"invited"},"new":{"state":"active"}}\n','\n',char(10)),X'004b667b51d7f4fb938775e104f30fbf',X'72d3dea65b653b57a0db9856accba0c78124f2470e6c4ca486e8ea5e9ce99a73');
INSERT INTO change VALUES(10,0,'membership',2,1,replace('{"id":2,"uuid":"01a20a67-95f9-7587-87fa-2f26c7f78b14","new":{"person_id":3,"program_id":1,"state":"invited","recruited_by":1,"weekly_cap":0}}\n','\n',char(10)),X'c7a5364eac8d0088b981e8840e21a6fb',X'e0c8289789704c3b81b48604c68d69ffb95c5c9cdbd228d6941daaced37bb15d');
INSERT INTO change VALUES(11,0,'membership',2,1,replace('{"id":2,"old":{"state":"invited"},"new":{"state":"active"}}\n','\n',char(10)),X'60a01272b44f26865164554332ceba76',X'2b4b4cf98da6157ad61a963d595b08798c9ae2b3a39f5ca468428e1ee76a5837');
INSERT INTO change VALUES(12,0,'period',1,1,replace('{"id":1,"uuid":"01a20a67-95fe-7d6b-a33d-9ae751d6faf3","new":{"program_id":1,"name":"2026-H2","begin_s":1782864000,"end_s":1798761600,"due_s":1799971200,"reopened":false,"revision":0}}\n','\n',char(10)),X'e2e586b3434fa2b8f81ba226a82b48c9',X'9f9893b05161ab779f453322dc791b33520e9da632113a27fba709313a9c455e');
INSERT INTO change VALUES(13,0,'period',2,1,replace('{"id":2,"uuid":"01a20a67-9601-7b2e-b8d9-bb229fdba0b3","new":{"program_id":1,"name":"2026-H1","begin_s":1767225600,"end_s":1782864000,"due_s":1783728000,"reopened":false,"revision":0}}\n','\n',char(10)),X'2a8dcada779aec1c7361e7c64cca81b4',X'fef76810fc926f879c22a1a70eaa47ffbcb5ea9d516663b1855d5c013b286ad7');
INSERT INTO change VALUES(14,0,'theme',1,1,replace('{"id":1,"uuid":"01a20a67-9604-784d-a2f4-a72efa1e4a68","new":{"program_id":1,"name":"Alert came late","area":"alerts","state":"active","terms":"late;too late"}}\n','\n',char(10)),X'c16f266dc27b3b8cc60b00a03710b3d7',X'68c1958659cc889df54c9da7ef9548dc8d09da46b69e43e84eeee7d24f809b2c');
INSERT INTO change VALUES(15,0,'theme',2,1,replace('{"id":2,"uuid":"01a20a67-9607-7483-be08-a101b9ebcc59","new":{"program_id":1,"name":"No price list","area":"information","state":"active","terms":"price list"}}\n','\n',char(10)),X'e9c6e7f344c374231e371b433aabef03',X'5427ea78b79ef65c5ec4a9d195be9699411a937bd2367626f6d7bb426e86af60');
INSERT INTO change VALUES(16,0,'rule',1,1,replace('{"id":1,"uuid":"01a20a67-9609-7ea5-ac44-1bca47ae2d57","new":{"rep_id":2,"program_id":1,"sentence":"every tue 10:00-11:00 60min 2 seats","zone":"Europe/Berlin","state":"active"}}\n','\n',char(10)),X'20cca8ec352ca4e314c7f19a892eb1b0',X'9792a143ef25c4240418552e78e01847e01ece3436e3b11bdd8b7ed06498cda9');
INSERT INTO change VALUES(17,0,'slot',1,1,replace('{"id":1,"uuid":"01a20a67-960c-7912-a576-1e0a4268018a","new":{"program_id":1,"rep_id":2,"begin_s":1782201600,"end_s":1782205200,"wall":"2026-06-23T10:00","zone":"Europe/Berlin","seats":2,"state":"open","sequence":0}}\n','\n',char(10)),X'5bd4ff2cbb37505f79e87ed31ad834d2',X'9aa7a069ed9d093f5d079e788f2ec84ebf434077ca5fdf9e4425900976fe4466');
INSERT INTO change VALUES(18,0,'booking',1,1,replace('{"id":1,"uuid":"01a20a67-960f-7bf0-8ab7-e02d9b1ca867","new":{"slot_id":1,"marketer_id":4,"state":"confirmed","queued_s":1781946000}}\n','\n',char(10)),X'475f1b033e3af0c06dcc82542961b94e',X'249360ea13cdb2c51bf1d1dbb2322e04f9c13f5e4d7de4b44ddceb6c77894d13');
INSERT INTO change VALUES(19,0,'booking',2,1,replace('{"id":2,"uuid":"01a20a67-9613-71e5-b38a-ea52d72a0aa4","new":{"slot_id":1,"marketer_id":5,"state":"confirmed","queued_s":1781946000}}\n','\n',char(10)),X'd60fa43a9053f9f680d42426b6c5d6da',X'ef88443083e28249df5a1b3e0a800f4fcf15bdc2137e93d0889ed32de80a7484');
INSERT INTO change VALUES(20,0,'note',1,1,replace('{"id":1,"uuid":"01a20a67-9616-7936-9283-1afb17d15941","new":{"program_id":1,"booking_id":1,"author_id":4,"side":"marketer","state":"submitted","happened":"yes","worth":4,"said_s":1782201600,"submitted_s":1782291600,"late":false}}\n','\n',char(10)),X'd3e8dddaad0e0763cbdec8f503412741',X'c50facf483042f001caf91db36e3c7dfcdb0e6cbb39d800e77eb2dc7d2a20c61');
INSERT INTO change VALUES(20,1,'observation',1,2,replace('{"id":1,"uuid":"01a20a67-9616-7d8f-8ee4-a3a0d6f4ca73","new":{"note_id":1,"area":"information","text":"Nobody had the price list","words_of":"own","may_quote":true,"starred":false,"held_back":false,"cleared":false}}\n{"id":2,"uuid":"01a20a67-9616-7f11-b7b3-1a040c961ada","new":{"note_id":1,"area":"alerts","text":"The alert came late, after the call","words_of":"own","may_quote":true,"starred":false,"held_back":false,"cleared":false}}\n','\n',char(10)),X'34ad477e46855f4b03f7072895a01d20',X'4e44fb2879ebac8e81ef23d271dfb15cee653e75eb7d61218e6128a10a40a491');
INSERT INTO change VALUES(20,2,'lead',1,1,replace('{"id":1,"uuid":"01a20a67-9617-703e-a66e-fd4de4e81553","new":{"note_id":1,"source":"webinar","alerted":"late","followed":"same_day","said_s":1782201600}}\n','\n',char(10)),X'ddfd1d9644e8d08a7216139d1c20da72',X'0274ec88cf65ea00750112b3921216446e0828f527bcf7977e00ebcc2733820e');
INSERT INTO change VALUES(20,3,'booking',1,1,replace('{"id":1,"old":{"state":"confirmed"},"new":{"state":"attended"}}\n','\n',char(10)),X'a63e4ab564ecd5ad65f0b97f61fb425d',X'e3d687a3eb3d0762d4116529f7c5df856350f0b45c6bef48b2ca464cf02caaf9');
INSERT INTO change VALUES(21,0,'note',2,1,replace('{"id":2,"uuid":"01a20a67-961a-76ab-adc1-33b0703ec672","new":{"program_id":1,"booking_id":2,"author_id":5,"side":"marketer","state":"submitted","happened":"yes","said_s":1782201600,"submitted_s":1782291600,"late":false}}\n','\n',char(10)),X'9f80d1997bd13328a4ee62558892d147',X'0e7f94e0d2e8a6bef8649cc6a19222191aa54f02b59a21495049b7f4ba4c25b4');
INSERT INTO change VALUES(21,1,'observation',3,1,replace('{"id":3,"uuid":"01a20a67-961a-7928-a79d-cff178d12d8b","new":{"note_id":2,"area":"alerts","text":"Too late again, the alert","words_of":"own","may_quote":false,"starred":false,"held_back":false,"cleared":false}}\n','\n',char(10)),X'b0d848b1db704fbb87de79ea1a3b6aa8',X'811a9392a80a93fa9c7a534b423d5538b5f7c83ed67612b518f7afb39df89e1d');
INSERT INTO change VALUES(21,2,'booking',2,1,replace('{"id":2,"old":{"state":"confirmed"},"new":{"state":"attended"}}\n','\n',char(10)),X'd5dcae11386c960d3433df91872301ff',X'42badb48a1360a831cc069da40899a91f4745dbb73d479a57c54465707ce34aa');
INSERT INTO change VALUES(22,0,'coding',1,3,replace('{"id":1,"uuid":"01a20a67-961d-7e6c-8ed9-fa2d244972fa","new":{"observation_id":1,"theme_id":2,"by_whom":"codebook","state":"active"}}\n{"id":2,"uuid":"01a20a67-961e-74bf-9ad6-332e4ae3d41c","new":{"observation_id":2,"theme_id":1,"by_whom":"codebook","state":"active"}}\n{"id":3,"uuid":"01a20a67-961e-75b9-8215-583d32c34ab5","new":{"observation_id":3,"theme_id":1,"by_whom":"codebook","state":"active"}}\n','\n',char(10)),X'62d39a5a4b70b1bc696ebc86ef7abb82',X'17f2180427b53d434f31f1639f0563ba4e18af53f9f876035175b32e3c510190');
INSERT INTO change VALUES(23,0,'coding',4,1,replace('{"id":4,"uuid":"01a20a67-9621-752e-b22e-f21e9940150b","new":{"observation_id":1,"theme_id":1,"by_whom":"person","person_id":1,"state":"active"}}\n','\n',char(10)),X'e304f4f0269462705bc8dc258fbdee4d',X'b0c34ce4975c62f88323fdf42df7183d5ed6e500d571340bedb7f5f5f1bc34aa');
INSERT INTO change VALUES(24,0,'action',1,1,replace('{"id":1,"uuid":"01a20a67-9624-75f2-ba25-96dfda09f0b8","new":{"program_id":1,"title":"Alert within five minutes","area":"alerts","owner_id":6,"state":"proposed"}}\n','\n',char(10)),X'f3dfd98a0dccced6043d1aef7890f3d9',X'2cf9a81e4ed81184f9c9a57b3c5efe54ed821867dab78de1c08b4a9d1c30c08a');
INSERT INTO change VALUES(24,1,'action_theme',1,1,replace('{"id":1,"uuid":"01a20a67-9624-77d2-83ea-cf6f61501c6c","new":{"action_id":1,"theme_id":1}}\n','\n',char(10)),X'4c90485028042d6fb7bb4447eb47d0a6',X'813522b0deb9fd1991ef4547a4cb690cc813a16dad972d482fa78275e4bbad96');
INSERT INTO change VALUES(25,0,'action',2,1,replace('{"id":2,"uuid":"01a20a67-9627-74be-9ca9-b88c745fe9a0","new":{"program_id":1,"title":"One price list","area":"information","state":"proposed"}}\n','\n',char(10)),X'5a87e251dbd3278ea279be4817cfb3ae',X'f81d5dfc9331d841788d1a3dbd7803c7554cf045c071f38f8d7c0526c425e18f');
INSERT INTO change VALUES(25,1,'action_theme',2,1,replace('{"id":2,"uuid":"01a20a67-9627-76e4-ab5a-a966c2506049","new":{"action_id":2,"theme_id":2}}\n','\n',char(10)),X'9bb5bc1fef4b88a18ee24ab9341c9fa6',X'941d4d006c708237213be9f764d1430c391a249a0dc175c50a8662704f096567');
INSERT INTO change VALUES(26,0,'period',2,1,replace('{"id":2,"old":{"closed_s":null,"revision":0},"new":{"closed_s":1783846800,"revision":1}}\n','\n',char(10)),X'e95f95d5272ef5b16879acf592d523cf',X'3124d68f85c3f7fd5a47366442239cedc7ccb13767a75faee9d773cc81b3cd50');
INSERT INTO change VALUES(26,1,'snapshot',1,1,replace('{"id":1,"uuid":"01a20a67-962a-7e95-ae61-22dbe05f310a","new":{"period_id":2,"revision":1,"at_s":1783846800,"by_id":1,"hash":"75f1ea57add0ed9a8e0b5433c29e8024fb39e14ee7fb27cf4b4af59ef8163fe7","model":"{\"model\":1,\"program\":\"Rep Life\",\"period\":{\"id\":\"P-2\",\"name\":\"2026-H1\",\"start\":\"2026-01-01T00:00:00Z\",\"end\":\"2026-07-01T00:00:00Z\",\"first_day\":\"2026-01-01\",\"last_day\":\"2026-06-30\",\"due\":\"2026-07-11T00:00:00Z\",\"state\":\"closed\",\"revision\":1,\"zone\":\"Etc/UTC\"},\"as_of\":\"2026-07-12T09:00:00Z\",\"areas\":[{\"area\":\"information\",\"remarks\":1},{\"area\":\"alerts\",\"remarks\":2},{\"area\":\"campaigns\",\"remarks\":0},{\"area\":\"other\",\"remarks\":0}],\"base\":{\"written_up\":1,\"write_ups\":2,\"remarks\":3,\"in_themes\":3,\"uncoded\":0,\"set_aside\":0,\"marketers\":2,\"reps\":1,\"held\":1,\"offered\":1},\"participation\":{\"seats\":{\"sessions\":1,\"offered\":2,\"taken\":2,\"attended\":2,\"missed\":0,\"cancelled\":0,\"written_up\":2,\"missing\":0,\"excused\":0},\"marketers\":{\"people\":3,\"sat_in\":2,\"goal\":2,\"met_goal\":0},\"reps\":{\"people\":2,\"hosted\":1},\"teams\":[{\"side\":\"marketing\",\"team\":\"none given\",\"people\":3,\"took_part\":2,\"sessions\":2,\"written_up\":2},{\"side\":\"sales\",\"team\":\"small teams\",\"people\":2,\"took_part\":1,\"sessions\":1,\"written_up\":1}],\"by_person\":[{\"login\":\"dana\",\"name\":\"Dana Weber\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":1,\"attended\":1,\"missed\":0,\"cancelled\":0,\"written_up\":1,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"kim\",\"name\":\"Kim Sato\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":1,\"attended\":1,\"missed\":0,\"cancelled\":0,\"written_up\":1,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"zoe\",\"name\":\"Zoe Park\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"ana\",\"name\":\"Ana Ruiz\",\"team\":null,\"marketer\":false,\"rep\":true,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":1,\"seats\":2,\"taken\":2,\"held\":1},{\"login\":\"bo\",\"name\":\"Bo Lind\",\"team\":null,\"marketer\":false,\"rep\":true,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0}]},\"coverage\":[{\"group\":\"team\",\"name\":\"none given\",\"sessions\":1,\"seats\":2,\"taken\":2,\"held\":1,\"written_up\":1},{\"group\":\"segment\",\"name\":\"none given\",\"sessions\":1,\"seats\":2,\"taken\":2,\"held\":1,\"written_up\":1},{\"group\":\"kind\",\"name\":\"none given\",\"sessions\":1,\"seats\":2,\"taken\":2,\"held\":1,\"written_up\":1}],\"themes\":[{\"rank\":1,\"id\":\"T-1\",\"name\":\"Alert came late\",\"area\":\"alerts\",\"state\":\"active\",\"observations\":3,\"sessions\":1,\"reps\":1,\"marketers\":2,\"front\":false,\"actions\":[\"A-1\"],\"quotes\":[{\"id\":\"O-1\",\"text\":\"Nobody had the price list\",\"words_of\":\"own\",\"personal\":false,\"by\":\"Dana Weber\"},{\"id\":\"O-2\",\"text\":\"The alert came late, after the call\",\"words_of\":\"own\",\"personal\":false,\"by\":\"Dana Weber\"}]},{\"rank\":2,\"id\":\"T-2\",\"name\":\"No price list\",\"area\":\"information\",\"state\":\"active\",\"observations\":1,\"sessions\":1,\"reps\":1,\"marketers\":1,\"front\":false,\"actions\":[\"A-2\"],\"quotes\":[{\"id\":\"O-1\",\"text\":\"Nobody had the price list\",\"words_of\":\"own\",\"personal\":false,\"by\":\"Dana Weber\"}]}],\"actions\":[{\"id\":\"A-2\",\"title\":\"One price list\",\"area\":\"information\",\"state\":\"proposed\",\"changed\":false,\"themes\":[\"T-2\"]},{\"id\":\"A-1\",\"title\":\"Alert within five minutes\",\"area\":\"alerts\",\"owner\":\"Zoe Park\",\"state\":\"proposed\",\"changed\":false,\"themes\":[\"T-1\"]}],\"leads\":{\"seen\":1,\"alerted\":{\"yes\":0,\"late\":1,\"no\":0,\"couldnt_see\":0},\"followed\":{\"same_hour\":0,\"same_day\":1,\"later\":0,\"couldnt_see\":0}}}","audit_hash":"846ccffd5696809cf37cb3896e5e8ce3b853a8a106fcb9562082d6f3c8a4fe33"}}\n','\n',char(10)),X'5c0e83c04280c707ba2a994ceb2f16bd',X'112c5a887205a9846e92571671e634c7fc2679c873d57c14864554ae23c45756');
INSERT INTO change VALUES(27,0,'slot',2,1,replace('{"id":2,"uuid":"01a20a67-962d-7a60-9f0a-5d3a4da30b90","new":{"program_id":1,"rep_id":2,"begin_s":1795510800,"end_s":1795512600,"wall":"2026-11-24T10:00","zone":"Europe/Berlin","seats":2,"state":"open","sequence":0}}\n','\n',char(10)),X'aef86b2ec9a0ae4a47a09eb69cd78faa',X'5178fb322726b11aa445c635753555df6cbe844e85233f3cdd7ec61c77210684');
INSERT INTO change VALUES(28,0,'slot',3,1,replace('{"id":3,"uuid":"01a20a67-9630-76a0-896c-24e7bb3f991c","new":{"program_id":1,"rep_id":2,"begin_s":1795597200,"end_s":1795599000,"wall":"2026-11-25T10:00","zone":"Europe/Berlin","seats":1,"state":"open","sequence":0}}\n','\n',char(10)),X'2bc14ac9afaf46e983d8ae735e78ccd1',X'bf218e7e0247f704666df7be294be0f1215807bd34cd8127e72c97f4166acc60');
INSERT INTO change VALUES(29,0,'booking',3,1,replace('{"id":3,"uuid":"01a20a67-9633-764f-bbc9-56c99ca89f6e","new":{"slot_id":2,"marketer_id":4,"state":"confirmed","queued_s":1795424400}}\n','\n',char(10)),X'6d12f6e87d37c67c651dc398b7f19d15',X'76531b77257a4f3ee9b43512b21590a2cdcd73423f11dec6fa6bb59826cb7cca');
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
CREATE TRIGGER heard_first AFTER INSERT ON heard BEGIN
  INSERT INTO theme_count (period_id, theme_id) VALUES (NEW.period_id, NEW.theme_id) ON CONFLICT DO NOTHING;
  UPDATE theme_count SET remarks = remarks + (NEW.what = 'remark'), sessions = sessions + (NEW.what = 'session'),
    reps = reps + (NEW.what = 'rep'), marketers = marketers + (NEW.what = 'marketer')
    WHERE period_id = NEW.period_id AND theme_id = NEW.theme_id;
END;
CREATE TRIGGER heard_last AFTER UPDATE OF n ON heard WHEN NEW.n = 0 BEGIN
  DELETE FROM heard WHERE period_id = NEW.period_id AND theme_id = NEW.theme_id AND what = NEW.what AND key = NEW.key;
  UPDATE theme_count SET remarks = remarks - (NEW.what = 'remark'), sessions = sessions - (NEW.what = 'session'),
    reps = reps - (NEW.what = 'rep'), marketers = marketers - (NEW.what = 'marketer')
    WHERE period_id = NEW.period_id AND theme_id = NEW.theme_id;
END;
CREATE VIEW coding_fact AS
  SELECT c.id, c.observation_id, n.said_s, p.id AS period_id,
    c.state = 'active' AND c.by_whom <> 'suggested' AND n.state = 'submitted' AND o.set_aside IS NULL AS counted
  FROM coding c JOIN observation o ON o.id = c.observation_id JOIN note n ON n.id = o.note_id
  LEFT JOIN period p ON p.program_id = n.program_id AND p.begin_s <= n.said_s AND p.end_s > n.said_s;
CREATE VIEW coding_brings AS
  SELECT id, 'remark' AS what, observation_id AS key FROM coding
  UNION ALL SELECT c.id, 'session', b.slot_id FROM coding c JOIN observation o ON o.id = c.observation_id
    JOIN note n ON n.id = o.note_id JOIN booking b ON b.id = n.booking_id
  UNION ALL SELECT c.id, 'rep', s.rep_id FROM coding c JOIN observation o ON o.id = c.observation_id
    JOIN note n ON n.id = o.note_id JOIN booking b ON b.id = n.booking_id JOIN slot s ON s.id = b.slot_id
  UNION ALL SELECT c.id, 'marketer', n.author_id FROM coding c JOIN observation o ON o.id = c.observation_id
    JOIN note n ON n.id = o.note_id WHERE n.side <> 'rep' AND n.author_id IS NOT NULL;
CREATE VIEW recount AS SELECT 0 AS observation_id;
CREATE TRIGGER recount_do INSTEAD OF INSERT ON recount BEGIN
  UPDATE coding SET (said_s, period_id, counted) =
    (SELECT said_s, period_id, counted FROM coding_fact f WHERE f.id = coding.id)
    WHERE observation_id = NEW.observation_id;
END;
CREATE VIEW hear AS SELECT 0 AS coding_id, 0 AS period_id, 0 AS theme_id, 0 AS by;
CREATE TRIGGER hear_do INSTEAD OF INSERT ON hear BEGIN
  INSERT INTO heard SELECT ifnull(NEW.period_id, 0), NEW.theme_id, what, key, NEW.by
    FROM coding_brings WHERE id = NEW.coding_id
    ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER coding_new AFTER INSERT ON coding
BEGIN INSERT INTO recount VALUES (NEW.observation_id); END;
CREATE TRIGGER coding_said AFTER UPDATE OF state, by_whom ON coding
BEGIN INSERT INTO recount VALUES (NEW.observation_id); END;
CREATE TRIGGER coding_counts AFTER UPDATE OF theme_id, period_id, counted ON coding
WHEN (OLD.theme_id, OLD.period_id, OLD.counted) IS NOT (NEW.theme_id, NEW.period_id, NEW.counted) BEGIN
  INSERT INTO hear SELECT NEW.id, NEW.period_id, NEW.theme_id, 1 WHERE NEW.counted;
  INSERT INTO hear SELECT OLD.id, OLD.period_id, OLD.theme_id, -1 WHERE OLD.counted;
END;
CREATE TRIGGER coding_gone BEFORE DELETE ON coding WHEN OLD.counted
BEGIN INSERT INTO hear VALUES (OLD.id, OLD.period_id, OLD.theme_id, -1); END;
CREATE TRIGGER observation_aside AFTER UPDATE OF set_aside ON observation
BEGIN INSERT INTO recount VALUES (NEW.id); END;
CREATE TRIGGER note_counts AFTER UPDATE OF state, said_s ON note
BEGIN INSERT INTO recount SELECT id FROM observation WHERE note_id = NEW.id; END;
CREATE TRIGGER period_counts AFTER INSERT ON period BEGIN
  INSERT INTO recount SELECT o.id FROM note n JOIN observation o ON o.note_id = n.id
    WHERE n.program_id = NEW.program_id AND n.said_s >= NEW.begin_s AND n.said_s < NEW.end_s;
END;
CREATE TRIGGER period_uncounts AFTER DELETE ON period BEGIN
  INSERT INTO recount SELECT o.id FROM note n JOIN observation o ON o.note_id = n.id
    WHERE n.program_id = OLD.program_id AND n.said_s >= OLD.begin_s AND n.said_s < OLD.end_s;
END;
CREATE TRIGGER theme_gone AFTER DELETE ON theme
BEGIN DELETE FROM theme_count WHERE theme_id = OLD.id; END;
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
