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
INSERT INTO person VALUES(1,X'01a20a6d51067d729309cbef88d02a1f','root','root',NULL,NULL,NULL,NULL,'active',1,NULL);
INSERT INTO person VALUES(2,X'01a20a6d510c7c50b1b3ac1365b3f009','ana','Ana Ruiz','ana@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(3,X'01a20a6d51117d8782275d4b03317ff1','bo','Bo Lind','bo@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(4,X'01a20a6d51167dbc9d51873d501d3871','dana','Dana Weber','dana@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(5,X'01a20a6d511b7787a472eb56a18bed13','kim','Kim Sato','kim@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(6,X'01a20a6d511f7f019ed4bce6f6ec21b2','zoe','Zoe Park','zoe@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
INSERT INTO person VALUES(7,X'01a20a6d5124791faab62db905d88378','lea','Lea Blum','lea@example.com',NULL,NULL,'Europe/Berlin','active',0,NULL);
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
INSERT INTO program VALUES(1,X'01a20a6d51067fe0b12887db74060242','Rep Life','shadow','Etc/UTC',30,1,60,1440,4,2,240);
CREATE TABLE role_grant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person,
  program_id INTEGER REFERENCES program,
  role TEXT NOT NULL CHECK (role IN ('marketer', 'rep', 'lifecycle'))
) STRICT;
INSERT INTO role_grant VALUES(1,X'01a20a6d51077110bdd319048eba2465',1,NULL,'marketer');
INSERT INTO role_grant VALUES(2,X'01a20a6d510771e998f081c639568805',1,NULL,'rep');
INSERT INTO role_grant VALUES(3,X'01a20a6d5107720a93401b8344268b1b',1,NULL,'lifecycle');
INSERT INTO role_grant VALUES(4,X'01a20a6d510d729fa5687432262d8299',2,1,'rep');
INSERT INTO role_grant VALUES(5,X'01a20a6d511270ad908a13fc321d075d',3,1,'rep');
INSERT INTO role_grant VALUES(6,X'01a20a6d511770a7a1b4a87c7c21b3cf',4,1,'marketer');
INSERT INTO role_grant VALUES(7,X'01a20a6d511b7ac0a825b2f87eee8c33',5,1,'marketer');
INSERT INTO role_grant VALUES(8,X'01a20a6d51207213adb7b6c976b328c3',6,1,'marketer');
INSERT INTO role_grant VALUES(9,X'01a20a6d51247c4f9a892e3258999989',7,1,'lifecycle');
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
INSERT INTO membership VALUES(1,X'01a20a6d512976619ea67ffeba8bf9e6',2,1,'active',1,0,NULL);
INSERT INTO membership VALUES(2,X'01a20a6d513372a9ad5feb2e346c0665',3,1,'active',1,0,NULL);
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
INSERT INTO period VALUES(1,X'01a20a6d513c7e1ead504df839b690cd',1,'2026-H2',1782864000,1798761600,1799971200,NULL,0,NULL,0);
INSERT INTO period VALUES(2,X'01a20a6d514273cf82c605222d9339af',1,'2026-H1',1767225600,1782864000,1783728000,1783846800,0,NULL,1);
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
INSERT INTO rule VALUES(1,X'01a20a6d5151725f99a82dbed2e50d15',2,1,'every tue 10:00-11:00 60min 2 seats','Europe/Berlin',NULL,NULL,NULL,'active');
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
INSERT INTO slot VALUES(1,X'01a20a6d51557fd5a7284f6e4f078da0',1,2,1782201600,1782205200,'2026-06-23T10:00','Europe/Berlin',2,2,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
INSERT INTO slot VALUES(2,X'01a20a6d519079f8bbd2ace454b93fc4',1,2,1795510800,1795512600,'2026-11-24T10:00','Europe/Berlin',2,1,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
INSERT INTO slot VALUES(3,X'01a20a6d5195798cb17cb48bb1a9a967',1,2,1795597200,1795599000,'2026-11-25T10:00','Europe/Berlin',1,0,0,NULL,NULL,NULL,'open',NULL,NULL,NULL,0,NULL);
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
INSERT INTO booking VALUES(1,X'01a20a6d515b7666ac74cde339040fbb',1,4,'attended',1782201600,1782205200,1781946000,NULL,NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(2,X'01a20a6d51607f82a7a50ca1db0bd8fa',1,5,'attended',1782201600,1782205200,1781946000,NULL,NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(3,X'01a20a6d519a7fa899a9350c3c52d013',2,4,'confirmed',1795510800,1795512600,1795424400,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO note VALUES(1,X'01a20a6d5167704abb5f0d3decab8388',1,1,4,'marketer','submitted','yes',NULL,4,1782201600,1782291600,0,NULL);
INSERT INTO note VALUES(2,X'01a20a6d516e71d1a26436d820e6b8ff',1,2,5,'marketer','submitted','yes',NULL,NULL,1782201600,1782291600,0,NULL);
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
INSERT INTO observation VALUES(1,X'01a20a6d5167747592e2427acd618b71',1,'information','Nobody had the price list','own',1,0,0,0,NULL,NULL);
INSERT INTO observation VALUES(2,X'01a20a6d516777c29a60ec257a30190d',1,'alerts','The alert came late, after the call','own',1,0,0,0,NULL,NULL);
INSERT INTO observation VALUES(3,X'01a20a6d516e75e4a60dd1c589fb0904',2,'alerts','Too late again, the alert','own',0,0,0,0,NULL,NULL);
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
INSERT INTO lead VALUES(1,X'01a20a6d516779c6ad65856dbc1d7e8c',1,'webinar','late','same_day',NULL,1782201600,NULL);
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
INSERT INTO theme VALUES(1,X'01a20a6d514776a087338eda680b22d2',1,'Alert came late',NULL,'alerts','active',NULL,NULL,'late;too late',NULL);
INSERT INTO theme VALUES(2,X'01a20a6d514c74f1a7c9ba1a9c5abfea',1,'No price list',NULL,'information','active',NULL,NULL,'price list',NULL);
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
INSERT INTO coding VALUES(1,X'01a20a6d517471eba311530b02c95ad1',1,2,'codebook',NULL,'active',1782201600,2,1);
INSERT INTO coding VALUES(2,X'01a20a6d51747bb4895a118adebdbbbb',2,1,'codebook',NULL,'active',1782201600,2,1);
INSERT INTO coding VALUES(3,X'01a20a6d51747ce9be12632ceaebd9c0',3,1,'codebook',NULL,'active',1782201600,2,1);
INSERT INTO coding VALUES(4,X'01a20a6d51797c0a902f8f0a90c8816a',1,1,'person',1,'active',1782201600,2,1);
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
INSERT INTO "action" VALUES(1,X'01a20a6d517f7542a17878e00665ff99',1,'Alert within five minutes','alerts',6,NULL,'proposed',NULL,NULL,NULL);
INSERT INTO "action" VALUES(2,X'01a20a6d5184735a9fd0fc3d49c9b68e',1,'One price list','information',NULL,NULL,'proposed',NULL,NULL,NULL);
CREATE TABLE action_theme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  action_id INTEGER NOT NULL REFERENCES action,
  theme_id INTEGER NOT NULL REFERENCES theme,
  UNIQUE (action_id, theme_id)
) STRICT;
INSERT INTO action_theme VALUES(1,X'01a20a6d517f78479189661a37b3ffd7',1,1);
INSERT INTO action_theme VALUES(2,X'01a20a6d518476c29a313f09f131dec1',2,2);
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
INSERT INTO snapshot VALUES(1,X'01a20a6d518b7a94ae366fa9925b13b3',2,1,1783846800,1,NULL,'75f1ea57add0ed9a8e0b5433c29e8024fb39e14ee7fb27cf4b4af59ef8163fe7','{"model":1,"program":"Rep Life","period":{"id":"P-2","name":"2026-H1","start":"2026-01-01T00:00:00Z","end":"2026-07-01T00:00:00Z","first_day":"2026-01-01","last_day":"2026-06-30","due":"2026-07-11T00:00:00Z","state":"closed","revision":1,"zone":"Etc/UTC"},"as_of":"2026-07-12T09:00:00Z","areas":[{"area":"information","remarks":1},{"area":"alerts","remarks":2},{"area":"campaigns","remarks":0},{"area":"other","remarks":0}],"base":{"written_up":1,"write_ups":2,"remarks":3,"in_themes":3,"uncoded":0,"set_aside":0,"marketers":2,"reps":1,"held":1,"offered":1},"participation":{"seats":{"sessions":1,"offered":2,"taken":2,"attended":2,"missed":0,"cancelled":0,"written_up":2,"missing":0,"excused":0},"marketers":{"people":3,"sat_in":2,"goal":2,"met_goal":0},"reps":{"people":2,"hosted":1},"teams":[{"side":"marketing","team":"none given","people":3,"took_part":2,"sessions":2,"written_up":2},{"side":"sales","team":"small teams","people":2,"took_part":1,"sessions":1,"written_up":1}],"by_person":[{"login":"dana","name":"Dana Weber","team":null,"marketer":true,"rep":false,"booked":1,"attended":1,"missed":0,"cancelled":0,"written_up":1,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"kim","name":"Kim Sato","team":null,"marketer":true,"rep":false,"booked":1,"attended":1,"missed":0,"cancelled":0,"written_up":1,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"zoe","name":"Zoe Park","team":null,"marketer":true,"rep":false,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0},{"login":"ana","name":"Ana Ruiz","team":null,"marketer":false,"rep":true,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":1,"seats":2,"taken":2,"held":1},{"login":"bo","name":"Bo Lind","team":null,"marketer":false,"rep":true,"booked":0,"attended":0,"missed":0,"cancelled":0,"written_up":0,"missing":0,"excused":0,"offered":0,"seats":0,"taken":0,"held":0}]},"coverage":[{"group":"team","name":"none given","sessions":1,"seats":2,"taken":2,"held":1,"written_up":1},{"group":"segment","name":"none given","sessions":1,"seats":2,"taken":2,"held":1,"written_up":1},{"group":"kind","name":"none given","sessions":1,"seats":2,"taken":2,"held":1,"written_up":1}],"themes":[{"rank":1,"id":"T-1","name":"Alert came late","area":"alerts","state":"active","observations":3,"sessions":1,"reps":1,"marketers":2,"front":false,"actions":["A-1"],"quotes":[{"id":"O-1","text":"Nobody had the price list","words_of":"own","personal":false,"by":"Dana Weber"},{"id":"O-2","text":"The alert came late, after the call","words_of":"own","personal":false,"by":"Dana Weber"}]},{"rank":2,"id":"T-2","name":"No price list","area":"information","state":"active","observations":1,"sessions":1,"reps":1,"marketers":1,"front":false,"actions":["A-2"],"quotes":[{"id":"O-1","text":"Nobody had the price list","words_of":"own","personal":false,"by":"Dana Weber"}]}],"actions":[{"id":"A-2","title":"One price list","area":"information","state":"proposed","changed":false,"themes":["T-2"]},{"id":"A-1","title":"Alert within five minutes","area":"alerts","owner":"Zoe Park","state":"proposed","changed":false,"themes":["T-1"]}],"leads":{"seen":1,"alerted":{"yes":0,"late":1,"no":0,"couldnt_see":0},"followed":{"same_hour":0,"same_day":1,"later":0,"couldnt_see":0}}}','e24c346f2fab05a38b33178ecf75d8200ddd90cd2901243d9f6c1ba9a2e8642c');
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
INSERT INTO audit VALUES(1,1781946000,1,NULL,'init',NULL,0,X'3630572c8e903cc97aad4f47060c81dfeb7162c6451b948607a7f3da2659a185');
INSERT INTO audit VALUES(2,1781946000,1,NULL,'person add',NULL,1,X'd9673b46e712ccb5d120f10be3830ffe4681142c5a1434a7a5cf6a45c40bbb42');
INSERT INTO audit VALUES(3,1781946000,1,NULL,'person add',NULL,1,X'cb1d162ed37ca82eaee9d3b5cdf384434879b808f589aa8e7e12481a8a41393f');
INSERT INTO audit VALUES(4,1781946000,1,NULL,'person add',NULL,1,X'bb2244dad27fb860589b29c695d12a5f502dbac57f409863947331fe1e0bdd37');
INSERT INTO audit VALUES(5,1781946000,1,NULL,'person add',NULL,1,X'274f3101847bc7a21a389033952eb7e0a3ec6ac12c9953c6da55f4c20accc0f0');
INSERT INTO audit VALUES(6,1781946000,1,NULL,'person add',NULL,1,X'dcf30f25f4746fcb58c597259a4830a8464bc569318db6af2f5c71b2c82e034a');
INSERT INTO audit VALUES(7,1781946000,1,NULL,'person add',NULL,1,X'16df800b51b8c10088471fa2d4e8bffeadf55e4d71fc47ce87b3bc7bc88fa830');
INSERT INTO audit VALUES(8,1781946000,1,NULL,'roster invite',NULL,1,X'649e7124172c42cd0812c317c7ed0804678629cad5e27163ecddccaf065d48cb');
INSERT INTO audit VALUES(9,1781946000,1,2,'roster accept',NULL,1,X'86fadc1d4c8f069cc4746f88b1021ab53f9e7cc80983414b62015ceb47b570c7');
INSERT INTO audit VALUES(10,1781946000,1,NULL,'roster invite',NULL,1,X'41c5f58e4c3a3502738970095e016155b60abcc417352b63291dfe21e0ef193c');
INSERT INTO audit VALUES(11,1781946000,1,3,'roster accept',NULL,1,X'e17426c73af6be5322d355677f412162bd9f34259e7d4405fb0cda26fc4053b0');
INSERT INTO audit VALUES(12,1781946000,1,NULL,'period open',NULL,1,X'78eaf6fa1430e8abcf0b929ce9e67521b8c8608f53850161845cbfa14da8bb4a');
INSERT INTO audit VALUES(13,1781946000,1,NULL,'period open',NULL,1,X'9034f4dde536faf8f1b1bb19431d48a7b5a974a407d86c50420da6db7c57005d');
INSERT INTO audit VALUES(14,1781946000,1,NULL,'theme add',NULL,1,X'e8a8513dd2ea0f0b1ff3b25b6554e88029043db8873116fc5f233c45c2408ea1');
INSERT INTO audit VALUES(15,1781946000,1,NULL,'theme add',NULL,1,X'6b03dcd1698ace08047b885b2f61c5dfd8ccc55b526cc990584652ed61673469');
INSERT INTO audit VALUES(16,1781946000,1,2,'hours add',NULL,1,X'36f6a30cf85b6740457bbcb9fbd9db708b4114d29e9b92511dcc378124256333');
INSERT INTO audit VALUES(17,1781946000,1,NULL,'slot add',NULL,1,X'0ece1d26c8546f09b2855109da3a686f6046b0a5f69f8f6dfd505ab0104c7d95');
INSERT INTO audit VALUES(18,1781946000,1,4,'book',NULL,1,X'3a55d843cdd830a1afc91fcdd62f87436046b1a04fe63bb5a901981e632ce81d');
INSERT INTO audit VALUES(19,1781946000,1,5,'book',NULL,1,X'8eeb54d2880e061b0a78c0155d7601fadc76ee7b43b6f3c617e9cd18f61eb8bd');
INSERT INTO audit VALUES(20,1782291600,1,4,'note add',NULL,1,X'68aee47a4a503ea89e2150b3d0aa9b95f92e8ff474ba064f71dc928f7991adb0');
INSERT INTO audit VALUES(21,1782291600,1,5,'note add',NULL,1,X'30b45b8b8283d56d781e85f8cb9040798303983b3d8c9822990194ca56a725c1');
INSERT INTO audit VALUES(22,1782291600,1,NULL,'theme code',NULL,1,X'235ef0b6f3ae4e30fe80f8d88a813520ac30880197968483f47f352a6919bdbe');
INSERT INTO audit VALUES(23,1782291600,1,NULL,'theme assign',NULL,1,X'ba8bd10b14928387924e22b509ffeabcc4257a9121df80baa91f580f439889c8');
INSERT INTO audit VALUES(24,1782291600,1,NULL,'action add',NULL,1,X'd4169b51649776285354b11eba3b6ad85bc2f9dd9e527ec8121b042e02b337ee');
INSERT INTO audit VALUES(25,1782291600,1,NULL,'action add',NULL,1,X'e24c346f2fab05a38b33178ecf75d8200ddd90cd2901243d9f6c1ba9a2e8642c');
INSERT INTO audit VALUES(26,1783846800,1,NULL,'period close',NULL,0,X'22e23da4a23c95a390901e422537597df1828dcf49d06d2429f600bc938f9477');
INSERT INTO audit VALUES(27,1783846800,1,NULL,'slot add',NULL,1,X'22c977c2123a2b36f39f985a50a400e707dd4b459188af9c1fac22a33db3be5d');
INSERT INTO audit VALUES(28,1783846800,1,NULL,'slot add',NULL,1,X'c41cb76d8c33b9f43843dba1aaedcf1dc7d913cabf2a66d15cdacf17f08b5617');
INSERT INTO audit VALUES(29,1795424400,1,4,'book',NULL,1,X'22b42740f55a1594e11c5241d8f78d17e88a71372e6dc55f102271850a59f5e2');
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
INSERT INTO change VALUES(1,0,'person',1,1,replace('{"id":1,"uuid":"01a20a6d-5106-7d72-9309-cbef88d02a1f","new":{"login":"root","name":"root","status":"active","owner":true}}\n','\n',char(10)),X'f82a6c996be0c4a1317108151432dc9e',X'704a372feb6d4f8aaae6504a19385bcc81815accde32dd7057885a00ca61b98c');
INSERT INTO change VALUES(1,1,'program',1,1,replace('{"id":1,"uuid":"01a20a6d-5106-7fe0-b128-87db74060242","new":{"name":"Rep Life","kind":"shadow","zone":"Etc/UTC","length_min":30,"seats":1,"notice_min":60,"cancel_min":1440,"active_limit":4,"goal":2,"offer_min":240}}\n','\n',char(10)),X'ad49d22090b66dc1e01a838ed3d67dd3',X'e489e3640606f24fa354965be03b6a28764696689a853bc10dcd60e9ddbc6427');
INSERT INTO change VALUES(1,2,'role_grant',1,3,replace('{"id":1,"uuid":"01a20a6d-5107-7110-bdd3-19048eba2465","new":{"person_id":1,"role":"marketer"}}\n{"id":2,"uuid":"01a20a6d-5107-71e9-98f0-81c639568805","new":{"person_id":1,"role":"rep"}}\n{"id":3,"uuid":"01a20a6d-5107-720a-9340-1b8344268b1b","new":{"person_id":1,"role":"lifecycle"}}\n','\n',char(10)),X'6259314a9fa2a8b1f9be80b6919a2406',X'87cde5b6a84e4907f49f57201229630e9689a0b1486eb91a0aa8be06f8413bca');
INSERT INTO change VALUES(2,0,'person',2,1,replace('{"id":2,"uuid":"01a20a6d-510c-7c50-b1b3-ac1365b3f009","new":{"login":"ana","name":"Ana Ruiz","email":"ana@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'8612d435d3525c4743706a1bbb1f41bf',X'95b28bc156b1bd105d51f7e1feea632fef8771b53faff7cc138d05284b7dc6a0');
INSERT INTO change VALUES(2,1,'role_grant',4,1,replace('{"id":4,"uuid":"01a20a6d-510d-729f-a568-7432262d8299","new":{"person_id":2,"program_id":1,"role":"rep"}}\n','\n',char(10)),X'888e1ac19e0d2573b3e5a7eeaaede6db',X'bee0bca8cfc43d0fee466daaa2c3181baebbcf0a203f9cd00d098fbde2f568bf');
INSERT INTO change VALUES(3,0,'person',3,1,replace('{"id":3,"uuid":"01a20a6d-5111-7d87-8227-5d4b03317ff1","new":{"login":"bo","name":"Bo Lind","email":"bo@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'bfeb0d3e8a2fec4eaf2db0223038dc90',X'cd03b5fc5060bb4d3c6210177dcd51536857795d583f4bef1909c8b78f2d48e2');
INSERT INTO change VALUES(3,1,'role_grant',5,1,replace('{"id":5,"uuid":"01a20a6d-5112-70ad-908a-13fc321d075d","new":{"person_id":3,"program_id":1,"role":"rep"}}\n','\n',char(10)),X'e5f82e693a9568c3ab480cff88e0dca9',X'68d665a85f2218a9905645544c4b7b879f71dae3940bc8eaf990492127f4ed6f');
INSERT INTO change VALUES(4,0,'person',4,1,replace('{"id":4,"uuid":"01a20a6d-5116-7dbc-9d51-873d501d3871","new":{"login":"dana","name":"Dana Weber","email":"dana@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'4893d025a4b13d0c7508b4a591cb05f2',X'5f1e5ece812e05859cf78157f9cc8e3c57308f325b5f20522dcad4e3f014dd22');
INSERT INTO change VALUES(4,1,'role_grant',6,1,replace('{"id":6,"uuid":"01a20a6d-5117-70a7-a1b4-a87c7c21b3cf","new":{"person_id":4,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'c1f020faca6f106aefdb7ce090ce3a96',X'4be89329f07c3b10b78139f2149aa09a6a23566279d7a3fef9fc38aae8ec3706');
INSERT INTO change VALUES(5,0,'person',5,1,replace('{"id":5,"uuid":"01a20a6d-511b-7787-a472-eb56a18bed13","new":{"login":"kim","name":"Kim Sato","email":"kim@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'515f0f0b3690b2c7ad6940c7249e77ef',X'b218f0658a68f911eb6f59a3f4f24eb3ef3107edcecbcdca24e9c2632f55b4d2');
INSERT INTO change VALUES(5,1,'role_grant',7,1,replace('{"id":7,"uuid":"01a20a6d-511b-7ac0-a825-b2f87eee8c33","new":{"person_id":5,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'9152c8fb98c0014f497648c6a6e416de',X'9a9972b8263a59e372adb977dc4c77008abc4b187215f9a279e1a4620e2db93f');
INSERT INTO change VALUES(6,0,'person',6,1,replace('{"id":6,"uuid":"01a20a6d-511f-7f01-9ed4-bce6f6ec21b2","new":{"login":"zoe","name":"Zoe Park","email":"zoe@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'9bbc4a542a7d96012653a5e3f3b0a96d',X'010f81f995a6557df58351f65f864c6bb633629e249f65ab5f51cbb5a476eeb5');
INSERT INTO change VALUES(6,1,'role_grant',8,1,replace('{"id":8,"uuid":"01a20a6d-5120-7213-adb7-b6c976b328c3","new":{"person_id":6,"program_id":1,"role":"marketer"}}\n','\n',char(10)),X'd3335e363a77923c5b3d21c869c86240',X'0fba622e52b0fbad6360005271aebb3bcb22f120a6a9826aba10988210ddf761');
INSERT INTO change VALUES(7,0,'person',7,1,replace('{"id":7,"uuid":"01a20a6d-5124-791f-aab6-2db905d88378","new":{"login":"lea","name":"Lea Blum","email":"lea@example.com","zone":"Europe/Berlin","status":"active","owner":false}}\n','\n',char(10)),X'a7d570d3a3fa121ab332e816e7ae035a',X'd51498d466beada035db3ec0299ab76a9f2043935089bc016be9b2a6daf17f97');
INSERT INTO change VALUES(7,1,'role_grant',9,1,replace('{"id":9,"uuid":"01a20a6d-5124-7c4f-9a89-2e3258999989","new":{"person_id":7,"program_id":1,"role":"lifecycle"}}\n','\n',char(10)),X'1dbb8e25d33a1a26fb14190a4a6bc046',X'1ffb85058941135459c39c245b7c42a7ba211bfedf97a03d56984680520d68ec');
INSERT INTO change VALUES(8,0,'membership',1,1,replace('{"id":1,"uuid":"01a20a6d-5129-7661-9ea6-7ffeba8bf9e6","new":{"person_id":2,"program_id":1,"state":"invited","recruited_by":1,"weekly_cap":0}}\n','\n',char(10)),X'6766b99bf8675cd462df9cd51b7ed78a',X'6b8411b7b4f51e31c4358c8de0d8f0dd2e6c521192594fe302d2f505e615aa32');
INSERT INTO change VALUES(9,0,'membership',1,1,replace('{"id":1,"old":{"state":"invited"},"new":{"state":"active"}}\n','\n',char(10)),X'00e1ea3da148699af4653b446b679568',X'bbef71f610e7bd6e73c5da84a9617fd099cbb87777b760758288e6d0ab5048f9');
INSERT INTO change VALUES(10,0,'membership',2,1,replace('{"id":2,"uuid":"01a20a6d-5133-72a9-ad5f-eb2e346c0665","new":{"person_id":3,"program_id":1,"state":"invited","recruited_by":1,"weekly_cap":0}}\n','\n',char(10)),X'eac68b908b90921b4868555a78816b68',X'f6fe7a5f4ee9376996b88a1ef799983dcdcc380a705167eca71736bde31f30c9');
INSERT INTO change VALUES(11,0,'membership',2,1,replace('{"id":2,"old":{"state":"invited"},"new":{"state":"active"}}\n','\n',char(10)),X'77c92e4b0922061bb11805a5df0e295b',X'f0f36a148c2f73070ab279ba3aa33cdce3807895ccaf3330ae4703a1c127d0b3');
INSERT INTO change VALUES(12,0,'period',1,1,replace('{"id":1,"uuid":"01a20a6d-513c-7e1e-ad50-4df839b690cd","new":{"program_id":1,"name":"2026-H2","begin_s":1782864000,"end_s":1798761600,"due_s":1799971200,"reopened":false,"revision":0}}\n','\n',char(10)),X'61a5a7af45d98938c25f0b2c7e100140',X'c090ab62d7df23f0b718aee69f8c8cf269030184e17f72fe2319a16b92673914');
INSERT INTO change VALUES(13,0,'period',2,1,replace('{"id":2,"uuid":"01a20a6d-5142-73cf-82c6-05222d9339af","new":{"program_id":1,"name":"2026-H1","begin_s":1767225600,"end_s":1782864000,"due_s":1783728000,"reopened":false,"revision":0}}\n','\n',char(10)),X'ab6fb67a1574973c4184411ae19527b3',X'7cf94b839cda8f700483fb819d6efa451e75fae38e3caa8f96dd41c8d6634319');
INSERT INTO change VALUES(14,0,'theme',1,1,replace('{"id":1,"uuid":"01a20a6d-5147-76a0-8733-8eda680b22d2","new":{"program_id":1,"name":"Alert came late","area":"alerts","state":"active","terms":"late;too late"}}\n','\n',char(10)),X'8df600f79c6806d0b6d3994e5307cc6b',X'5ae10407f6d0db57d43a2fb50b227b0a7f12f532aedccb5d6d3d0bc5a80e8c6f');
INSERT INTO change VALUES(15,0,'theme',2,1,replace('{"id":2,"uuid":"01a20a6d-514c-74f1-a7c9-ba1a9c5abfea","new":{"program_id":1,"name":"No price list","area":"information","state":"active","terms":"price list"}}\n','\n',char(10)),X'cabd6d5f9d454a94a969eda9e709fe4b',X'2304b0e87e8495eaba293f558f0c47bec2884538127070c79433e7f23ec437d3');
INSERT INTO change VALUES(16,0,'rule',1,1,replace('{"id":1,"uuid":"01a20a6d-5151-725f-99a8-2dbed2e50d15","new":{"rep_id":2,"program_id":1,"sentence":"every tue 10:00-11:00 60min 2 seats","zone":"Europe/Berlin","state":"active"}}\n','\n',char(10)),X'd6eae2764d5d42c9981792968b96c119',X'9dff20fa22d4cb5e86717a1a4a03881796391c4800dca46b376b3c928f1ca7b2');
INSERT INTO change VALUES(17,0,'slot',1,1,replace('{"id":1,"uuid":"01a20a6d-5155-7fd5-a728-4f6e4f078da0","new":{"program_id":1,"rep_id":2,"begin_s":1782201600,"end_s":1782205200,"wall":"2026-06-23T10:00","zone":"Europe/Berlin","seats":2,"state":"open","sequence":0}}\n','\n',char(10)),X'312fb274f4f8c70e902b6cde01032f11',X'585eca775c5de74507c46a7b7079bfe741acdf68d33506269068bbd1ca03bf05');
INSERT INTO change VALUES(18,0,'booking',1,1,replace('{"id":1,"uuid":"01a20a6d-515b-7666-ac74-cde339040fbb","new":{"slot_id":1,"marketer_id":4,"state":"confirmed","queued_s":1781946000}}\n','\n',char(10)),X'127163873fc84036ae5f31876d4d6391',X'5cf7b1c2d67d4daee1cf524b2468854a74014cd9861ea2da3ed7f36e182e0875');
INSERT INTO change VALUES(19,0,'booking',2,1,replace('{"id":2,"uuid":"01a20a6d-5160-7f82-a7a5-0ca1db0bd8fa","new":{"slot_id":1,"marketer_id":5,"state":"confirmed","queued_s":1781946000}}\n','\n',char(10)),X'b6f1227919fc664abaaab1024a5cfb2d',X'd6dc529fbfa25e29a9294a1e8a5d42e2e9449ea883bdc4ed6d4365600c2c04b3');
INSERT INTO change VALUES(20,0,'note',1,1,replace('{"id":1,"uuid":"01a20a6d-5167-704a-bb5f-0d3decab8388","new":{"program_id":1,"booking_id":1,"author_id":4,"side":"marketer","state":"submitted","happened":"yes","worth":4,"said_s":1782201600,"submitted_s":1782291600,"late":false}}\n','\n',char(10)),X'188b78ffc74a3bb8a8e4e80e94af96ad',X'1ac9b58897b12b3483a9822a60ce34d667951974697f7cd8612b8d677cc997eb');
INSERT INTO change VALUES(20,1,'observation',1,2,replace('{"id":1,"uuid":"01a20a6d-5167-7475-92e2-427acd618b71","new":{"note_id":1,"area":"information","text":"Nobody had the price list","words_of":"own","may_quote":true,"starred":false,"held_back":false,"cleared":false}}\n{"id":2,"uuid":"01a20a6d-5167-77c2-9a60-ec257a30190d","new":{"note_id":1,"area":"alerts","text":"The alert came late, after the call","words_of":"own","may_quote":true,"starred":false,"held_back":false,"cleared":false}}\n','\n',char(10)),X'f6a492d571ddfbae402989914b971e21',X'c3bfdef5baf0bc109180f754c89a418d6e3abbe01d250d867219765b68fd1395');
INSERT INTO change VALUES(20,2,'lead',1,1,replace('{"id":1,"uuid":"01a20a6d-5167-79c6-ad65-856dbc1d7e8c","new":{"note_id":1,"source":"webinar","alerted":"late","followed":"same_day","said_s":1782201600}}\n','\n',char(10)),X'6e13c2bcaf802919eabb3a3f19955992',X'71cafd0a29006e65143ed927be01885774a7804c4c9c8d34dc1802eb3a53e0c6');
INSERT INTO change VALUES(20,3,'booking',1,1,replace('{"id":1,"old":{"state":"confirmed"},"new":{"state":"attended"}}\n','\n',char(10)),X'3c20e098047899c39c1874751efad2f7',X'ef17709ec4c93fd6910ffaae5986d1f889039311fdd9a637fdf55e836cc76a22');
INSERT INTO change VALUES(21,0,'note',2,1,replace('{"id":2,"uuid":"01a20a6d-516e-71d1-a264-36d820e6b8ff","new":{"program_id":1,"booking_id":2,"author_id":5,"side":"marketer","state":"submitted","happened":"yes","said_s":1782201600,"submitted_s":1782291600,"late":false}}\n','\n',char(10)),X'c09790ad0df9ef47a1a2cd91b13f3d7f',X'fe0f6e05677dbb145dc879c9daa923e7b030d6be8e12b51a6ec2e85c91eff118');
INSERT INTO change VALUES(21,1,'observation',3,1,replace('{"id":3,"uuid":"01a20a6d-516e-75e4-a60d-d1c589fb0904","new":{"note_id":2,"area":"alerts","text":"Too late again, the alert","words_of":"own","may_quote":false,"starred":false,"held_back":false,"cleared":false}}\n','\n',char(10)),X'0e415dd3ee613b3d444eef9bf4619529',X'2fc71370bdbded041bbc3fe161a2be3403fbad0935aa133fbe6fc03792b1d45d');
INSERT INTO change VALUES(21,2,'booking',2,1,replace('{"id":2,"old":{"state":"confirmed"},"new":{"state":"attended"}}\n','\n',char(10)),X'f582d43524796978ff5423ea9242d12a',X'243114bb88a97f273ba57150d3e9b16b9f2c6ad355e9d693b8e4e5244b06e45f');
INSERT INTO change VALUES(22,0,'coding',1,3,replace('{"id":1,"uuid":"01a20a6d-5174-71eb-a311-530b02c95ad1","new":{"observation_id":1,"theme_id":2,"by_whom":"codebook","state":"active"}}\n{"id":2,"uuid":"01a20a6d-5174-7bb4-895a-118adebdbbbb","new":{"observation_id":2,"theme_id":1,"by_whom":"codebook","state":"active"}}\n{"id":3,"uuid":"01a20a6d-5174-7ce9-be12-632ceaebd9c0","new":{"observation_id":3,"theme_id":1,"by_whom":"codebook","state":"active"}}\n','\n',char(10)),X'aa446c32e84caed9e6eeb0577add0f7f',X'e9b6aa3c6316b22a02ec7f7b99cdb2feb43e94cb64a4d7af6d86590f9a11180a');
INSERT INTO change VALUES(23,0,'coding',4,1,replace('{"id":4,"uuid":"01a20a6d-5179-7c0a-902f-8f0a90c8816a","new":{"observation_id":1,"theme_id":1,"by_whom":"person","person_id":1,"state":"active"}}\n','\n',char(10)),X'fec6ac883999a081c7469d96e43ac9fe',X'a3c72aed2a23f272d611352d070d484fea39cf0f5e2620638368d5083d868863');
INSERT INTO change VALUES(24,0,'action',1,1,replace('{"id":1,"uuid":"01a20a6d-517f-7542-a178-78e00665ff99","new":{"program_id":1,"title":"Alert within five minutes","area":"alerts","owner_id":6,"state":"proposed"}}\n','\n',char(10)),X'26cf70dc721f4d4ff7dbe46530a84534',X'659da43c86d94f7ed836fcfa213bec2f89b2feb4769778fd3b0ebd8f20248fc3');
INSERT INTO change VALUES(24,1,'action_theme',1,1,replace('{"id":1,"uuid":"01a20a6d-517f-7847-9189-661a37b3ffd7","new":{"action_id":1,"theme_id":1}}\n','\n',char(10)),X'27e5be3495c362561ebe86ee5e642c0b',X'331d66ad175499a704229bb1445a28476dd164054de97000194d12649480cee4');
INSERT INTO change VALUES(25,0,'action',2,1,replace('{"id":2,"uuid":"01a20a6d-5184-735a-9fd0-fc3d49c9b68e","new":{"program_id":1,"title":"One price list","area":"information","state":"proposed"}}\n','\n',char(10)),X'f5806ca4f95c9860756f64a592f99910',X'94e2c77ebd92c4840a5910c798e8c3b24f3f3d8348f09645046498a8d5588022');
INSERT INTO change VALUES(25,1,'action_theme',2,1,replace('{"id":2,"uuid":"01a20a6d-5184-76c2-9a31-3f09f131dec1","new":{"action_id":2,"theme_id":2}}\n','\n',char(10)),X'a84a3f6a093181cb006564bc19e780eb',X'9b4747910c407d4e1854021dbfbcf151e9ff4ef1cafde96860c50a845cb7cf48');
INSERT INTO change VALUES(26,0,'period',2,1,replace('{"id":2,"old":{"closed_s":null,"revision":0},"new":{"closed_s":1783846800,"revision":1}}\n','\n',char(10)),X'5f83b0047cfcf767b8e4e8e56fb283f7',X'62e9f898cbe9bda25f10ea805e56d3da01925022f4a6f461eed8e989a543e703');
INSERT INTO change VALUES(26,1,'snapshot',1,1,replace('{"id":1,"uuid":"01a20a6d-518b-7a94-ae36-6fa9925b13b3","new":{"period_id":2,"revision":1,"at_s":1783846800,"by_id":1,"hash":"75f1ea57add0ed9a8e0b5433c29e8024fb39e14ee7fb27cf4b4af59ef8163fe7","model":"{\"model\":1,\"program\":\"Rep Life\",\"period\":{\"id\":\"P-2\",\"name\":\"2026-H1\",\"start\":\"2026-01-01T00:00:00Z\",\"end\":\"2026-07-01T00:00:00Z\",\"first_day\":\"2026-01-01\",\"last_day\":\"2026-06-30\",\"due\":\"2026-07-11T00:00:00Z\",\"state\":\"closed\",\"revision\":1,\"zone\":\"Etc/UTC\"},\"as_of\":\"2026-07-12T09:00:00Z\",\"areas\":[{\"area\":\"information\",\"remarks\":1},{\"area\":\"alerts\",\"remarks\":2},{\"area\":\"campaigns\",\"remarks\":0},{\"area\":\"other\",\"remarks\":0}],\"base\":{\"written_up\":1,\"write_ups\":2,\"remarks\":3,\"in_themes\":3,\"uncoded\":0,\"set_aside\":0,\"marketers\":2,\"reps\":1,\"held\":1,\"offered\":1},\"participation\":{\"seats\":{\"sessions\":1,\"offered\":2,\"taken\":2,\"attended\":2,\"missed\":0,\"cancelled\":0,\"written_up\":2,\"missing\":0,\"excused\":0},\"marketers\":{\"people\":3,\"sat_in\":2,\"goal\":2,\"met_goal\":0},\"reps\":{\"people\":2,\"hosted\":1},\"teams\":[{\"side\":\"marketing\",\"team\":\"none given\",\"people\":3,\"took_part\":2,\"sessions\":2,\"written_up\":2},{\"side\":\"sales\",\"team\":\"small teams\",\"people\":2,\"took_part\":1,\"sessions\":1,\"written_up\":1}],\"by_person\":[{\"login\":\"dana\",\"name\":\"Dana Weber\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":1,\"attended\":1,\"missed\":0,\"cancelled\":0,\"written_up\":1,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"kim\",\"name\":\"Kim Sato\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":1,\"attended\":1,\"missed\":0,\"cancelled\":0,\"written_up\":1,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"zoe\",\"name\":\"Zoe Park\",\"team\":null,\"marketer\":true,\"rep\":false,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0},{\"login\":\"ana\",\"name\":\"Ana Ruiz\",\"team\":null,\"marketer\":false,\"rep\":true,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":1,\"seats\":2,\"taken\":2,\"held\":1},{\"login\":\"bo\",\"name\":\"Bo Lind\",\"team\":null,\"marketer\":false,\"rep\":true,\"booked\":0,\"attended\":0,\"missed\":0,\"cancelled\":0,\"written_up\":0,\"missing\":0,\"excused\":0,\"offered\":0,\"seats\":0,\"taken\":0,\"held\":0}]},\"coverage\":[{\"group\":\"team\",\"name\":\"none given\",\"sessions\":1,\"seats\":2,\"taken\":2,\"held\":1,\"written_up\":1},{\"group\":\"segment\",\"name\":\"none given\",\"sessions\":1,\"seats\":2,\"taken\":2,\"held\":1,\"written_up\":1},{\"group\":\"kind\",\"name\":\"none given\",\"sessions\":1,\"seats\":2,\"taken\":2,\"held\":1,\"written_up\":1}],\"themes\":[{\"rank\":1,\"id\":\"T-1\",\"name\":\"Alert came late\",\"area\":\"alerts\",\"state\":\"active\",\"observations\":3,\"sessions\":1,\"reps\":1,\"marketers\":2,\"front\":false,\"actions\":[\"A-1\"],\"quotes\":[{\"id\":\"O-1\",\"text\":\"Nobody had the price list\",\"words_of\":\"own\",\"personal\":false,\"by\":\"Dana Weber\"},{\"id\":\"O-2\",\"text\":\"The alert came late, after the call\",\"words_of\":\"own\",\"personal\":false,\"by\":\"Dana Weber\"}]},{\"rank\":2,\"id\":\"T-2\",\"name\":\"No price list\",\"area\":\"information\",\"state\":\"active\",\"observations\":1,\"sessions\":1,\"reps\":1,\"marketers\":1,\"front\":false,\"actions\":[\"A-2\"],\"quotes\":[{\"id\":\"O-1\",\"text\":\"Nobody had the price list\",\"words_of\":\"own\",\"personal\":false,\"by\":\"Dana Weber\"}]}],\"actions\":[{\"id\":\"A-2\",\"title\":\"One price list\",\"area\":\"information\",\"state\":\"proposed\",\"changed\":false,\"themes\":[\"T-2\"]},{\"id\":\"A-1\",\"title\":\"Alert within five minutes\",\"area\":\"alerts\",\"owner\":\"Zoe Park\",\"state\":\"proposed\",\"changed\":false,\"themes\":[\"T-1\"]}],\"leads\":{\"seen\":1,\"alerted\":{\"yes\":0,\"late\":1,\"no\":0,\"couldnt_see\":0},\"followed\":{\"same_hour\":0,\"same_day\":1,\"later\":0,\"couldnt_see\":0}}}","audit_hash":"e24c346f2fab05a38b33178ecf75d8200ddd90cd2901243d9f6c1ba9a2e8642c"}}\n','\n',char(10)),X'f5d0361028b73b8036fba5ed0c0e2d21',X'8ed4c525515d87bae4a0bd25ca3ad4329b3084b4722b9093915b0a07ad6ab567');
INSERT INTO change VALUES(27,0,'slot',2,1,replace('{"id":2,"uuid":"01a20a6d-5190-79f8-bbd2-ace454b93fc4","new":{"program_id":1,"rep_id":2,"begin_s":1795510800,"end_s":1795512600,"wall":"2026-11-24T10:00","zone":"Europe/Berlin","seats":2,"state":"open","sequence":0}}\n','\n',char(10)),X'401dc20752a45951c124302c2922fdd7',X'4037c9d62db65e968b7dc36bab5160d92e0cded94884ebabe55bbe599fb995e5');
INSERT INTO change VALUES(28,0,'slot',3,1,replace('{"id":3,"uuid":"01a20a6d-5195-798c-b17c-b48bb1a9a967","new":{"program_id":1,"rep_id":2,"begin_s":1795597200,"end_s":1795599000,"wall":"2026-11-25T10:00","zone":"Europe/Berlin","seats":1,"state":"open","sequence":0}}\n','\n',char(10)),X'4320574c31b84a530f3d159c2c9d50f7',X'414adb6d61f9140054291cb92b0c14abc662d21167a33834aa2dc860df8dbe1a');
INSERT INTO change VALUES(29,0,'booking',3,1,replace('{"id":3,"uuid":"01a20a6d-519a-7fa8-99a9-350c3c52d013","new":{"slot_id":2,"marketer_id":4,"state":"confirmed","queued_s":1795424400}}\n','\n',char(10)),X'34c8100cbd6f5dc05a8b8e8c8e4901a4',X'a2388092031afb4218303d8bc54e0be75da0421259e658cae5772828b3e401bf');
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
CREATE VIEW closed_report AS
  SELECT n.id AS note_id, d.name AS period, d.begin_s FROM note n
  JOIN period h ON h.program_id = n.program_id AND h.begin_s <= n.said_s AND h.end_s > n.said_s
  JOIN period d ON d.program_id = h.program_id AND d.begin_s >= h.begin_s
  WHERE h.closed_s IS NOT NULL AND d.closed_s >= n.submitted_s;
CREATE TRIGGER note_stays BEFORE UPDATE OF booking_id, author_id, side, state, happened, kind, worth, said_s,
  submitted_s ON note WHEN EXISTS (SELECT 1 FROM closed_report WHERE note_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'rule:period_closed:a closed report holds the write-up'); END;
CREATE TRIGGER note_kept BEFORE DELETE ON note WHEN EXISTS (SELECT 1 FROM closed_report WHERE note_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'rule:period_closed:a closed report holds the write-up'); END;
CREATE TRIGGER observation_comes BEFORE INSERT ON observation
WHEN EXISTS (SELECT 1 FROM closed_report WHERE note_id = NEW.note_id)
BEGIN SELECT RAISE(ABORT, 'rule:period_closed:a closed report holds the write-up'); END;
CREATE TRIGGER observation_stays BEFORE UPDATE OF note_id, area, text, words_of, set_aside ON observation
WHEN EXISTS (SELECT 1 FROM closed_report WHERE note_id = OLD.note_id)
BEGIN SELECT RAISE(ABORT, 'rule:period_closed:a closed report holds the remark'); END;
CREATE TRIGGER observation_kept BEFORE DELETE ON observation
WHEN EXISTS (SELECT 1 FROM closed_report WHERE note_id = OLD.note_id)
BEGIN SELECT RAISE(ABORT, 'rule:period_closed:a closed report holds the remark'); END;
CREATE TRIGGER lead_comes BEFORE INSERT ON lead
WHEN EXISTS (SELECT 1 FROM closed_report WHERE note_id = NEW.note_id)
BEGIN SELECT RAISE(ABORT, 'rule:period_closed:a closed report holds the write-up'); END;
CREATE TRIGGER lead_stays BEFORE UPDATE ON lead WHEN EXISTS (SELECT 1 FROM closed_report WHERE note_id = OLD.note_id)
BEGIN SELECT RAISE(ABORT, 'rule:period_closed:a closed report holds the lead'); END;
CREATE TRIGGER lead_kept BEFORE DELETE ON lead WHEN EXISTS (SELECT 1 FROM closed_report WHERE note_id = OLD.note_id)
BEGIN SELECT RAISE(ABORT, 'rule:period_closed:a closed report holds the lead'); END;
CREATE TRIGGER booking_stays BEFORE UPDATE OF state, excused ON booking
WHEN EXISTS (SELECT 1 FROM slot s JOIN period p ON p.program_id = s.program_id AND p.begin_s <= s.begin_s
  AND p.end_s > s.begin_s WHERE s.id = OLD.slot_id AND p.closed_s IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'rule:period_closed:a closed report counts the seat'); END;
CREATE TRIGGER booking_kept BEFORE DELETE ON booking
WHEN EXISTS (SELECT 1 FROM slot s JOIN period p ON p.program_id = s.program_id AND p.begin_s <= s.begin_s
  AND p.end_s > s.begin_s WHERE s.id = OLD.slot_id AND p.closed_s IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'rule:period_closed:a closed report counts the seat'); END;
CREATE TRIGGER slot_stays BEFORE UPDATE OF rep_id, begin_s, end_s, state, seats ON slot
WHEN EXISTS (SELECT 1 FROM period p WHERE p.program_id = OLD.program_id AND p.begin_s <= OLD.begin_s
  AND p.end_s > OLD.begin_s AND p.closed_s IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'rule:period_closed:a closed report counts the session'); END;
CREATE TRIGGER slot_kept BEFORE DELETE ON slot
WHEN EXISTS (SELECT 1 FROM period p WHERE p.program_id = OLD.program_id AND p.begin_s <= OLD.begin_s
  AND p.end_s > OLD.begin_s AND p.closed_s IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'rule:period_closed:a closed report counts the session'); END;
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
