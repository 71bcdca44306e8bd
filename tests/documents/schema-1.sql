-- A database as the first schema wrote it, with something in every table. Never edited: it is what must still open.
BEGIN TRANSACTION;
CREATE TABLE action (
	id VARCHAR NOT NULL,
	plan_id VARCHAR NOT NULL,
	area_id VARCHAR,
	label VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	requirement VARCHAR NOT NULL,
	measure VARCHAR NOT NULL,
	status VARCHAR NOT NULL,
	status_since DATE,
	status_note VARCHAR NOT NULL,
	due_text VARCHAR NOT NULL,
	due_kind VARCHAR NOT NULL,
	due_start DATE,
	due_end DATE,
	responsible VARCHAR NOT NULL,
	responsible_text VARCHAR NOT NULL,
	follow_up_text VARCHAR NOT NULL,
	rule VARCHAR NOT NULL,
	first_text VARCHAR NOT NULL,
	first_kind VARCHAR NOT NULL,
	first_start DATE,
	first_end DATE,
	triggers VARCHAR NOT NULL,
	follow_up_responsible VARCHAR NOT NULL,
	follow_up_responsible_text VARCHAR NOT NULL,
	doubts VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_action PRIMARY KEY (id),
	CONSTRAINT ck_action_version CHECK (version >= 1),
	CONSTRAINT uq_action_plan_id_label UNIQUE (plan_id, label),
	CONSTRAINT fk_action_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id),
	CONSTRAINT fk_action_area_id_area FOREIGN KEY(area_id) REFERENCES area (id),
	CONSTRAINT ck_action_status CHECK (status IN ('planned', 'in_progress', 'done', 'paused', 'dropped', 'closed')),
	CONSTRAINT ck_action_due_kind CHECK (due_kind IN ('day', 'week', 'month', 'quarter', 'term', 'half-year', 'season', 'year', 'range', 'open', 'none')),
	CONSTRAINT ck_action_first_kind CHECK (first_kind IN ('day', 'week', 'month', 'quarter', 'term', 'half-year', 'season', 'year', 'range', 'open', 'none'))
);
INSERT INTO "action" VALUES('e6766ab6-0147-42a4-b11d-e4870b6fd422','765b123b-ba59-4ebe-8a21-ef6c5ef23cf0','816313a8-a34d-448f-8001-4288ea32c73e','A1',1,'Rad ett
	Rad två: åäö ”0” \ 
 ''x''','Rad ett
	Rad två: åäö ”0” \ 
 ''x''','in_progress','2026-05-12','På väg','1 september','day','2026-09-01','2026-09-01','[["5c4e7159-797e-4027-aaba-c1f25cc3a39e","",""],["","e88d803e-6047-4370-9eb4-7b2a3402104a",""]]','','','FREQ=YEARLY','','none',NULL,NULL,'["vid ny chef"]','[]','','[]','',2);
INSERT INTO "action" VALUES('7a1110db-35b9-4b85-a41c-5224b280400c','765b123b-ba59-4ebe-8a21-ef6c5ef23cf0','816313a8-a34d-448f-8001-4288ea32c73e','A2',2,'Rad ett
	Rad två: åäö ”1” \ 
 ''x''','Rad ett
	Rad två: åäö ”1” \ 
 ''x''','done','2026-05-12','','2 september','day','2026-09-02','2026-09-02','[["5c4e7159-797e-4027-aaba-c1f25cc3a39e","",""],["","e88d803e-6047-4370-9eb4-7b2a3402104a",""]]','','','FREQ=YEARLY','','none',NULL,NULL,'["vid ny chef"]','[]','','[]','',2);
INSERT INTO "action" VALUES('1cbe7dea-8c8c-401a-8d3b-63dda196eb54','765b123b-ba59-4ebe-8a21-ef6c5ef23cf0','816313a8-a34d-448f-8001-4288ea32c73e','A3',3,'Rad ett
	Rad två: åäö ”2” \ 
 ''x''','Rad ett
	Rad två: åäö ”2” \ 
 ''x''','planned','2026-05-12','','2027-01-01','day','2027-01-01','2027-01-01','[["5c4e7159-797e-4027-aaba-c1f25cc3a39e","",""],["","e88d803e-6047-4370-9eb4-7b2a3402104a",""]]','','','FREQ=YEARLY','','none',NULL,NULL,'["vid ny chef"]','[]','','[]','',2);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE area (
	id VARCHAR NOT NULL,
	plan_id VARCHAR NOT NULL,
	code VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_area PRIMARY KEY (id),
	CONSTRAINT ck_area_version CHECK (version >= 1),
	CONSTRAINT uq_area_plan_id_code_name UNIQUE (plan_id, code, name),
	CONSTRAINT fk_area_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id)
);
INSERT INTO "area" VALUES('816313a8-a34d-448f-8001-4288ea32c73e','765b123b-ba59-4ebe-8a21-ef6c5ef23cf0','A','Ledning',1,1);
CREATE TABLE change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	set_number INTEGER NOT NULL,
	entity VARCHAR NOT NULL,
	entity_id VARCHAR NOT NULL,
	field VARCHAR,
	old VARCHAR,
	new VARCHAR,
	CONSTRAINT fk_change_set_number_change_set FOREIGN KEY(set_number) REFERENCES change_set (number)
);
INSERT INTO "change" VALUES(1,1,'plan','765b123b-ba59-4ebe-8a21-ef6c5ef23cf0',NULL,NULL,'{"id":"765b123b-ba59-4ebe-8a21-ef6c5ef23cf0","key":"hav","title":"Handlingsplan","unit":"Havsviks hälsocentral","review":"","document_date":null,"source":"","language":"sv"}');
INSERT INTO "change" VALUES(2,2,'area','816313a8-a34d-448f-8001-4288ea32c73e',NULL,NULL,'{"id":"816313a8-a34d-448f-8001-4288ea32c73e","plan":"765b123b-ba59-4ebe-8a21-ef6c5ef23cf0","code":"A","name":"Ledning","position":1}');
INSERT INTO "change" VALUES(3,2,'role','5c4e7159-797e-4027-aaba-c1f25cc3a39e',NULL,NULL,'{"id":"5c4e7159-797e-4027-aaba-c1f25cc3a39e","plan":"765b123b-ba59-4ebe-8a21-ef6c5ef23cf0","name":"Enhetschef"}');
INSERT INTO "change" VALUES(4,2,'person','47a37736-5416-426b-91c8-20bdc529fd7f',NULL,NULL,'{"id":"47a37736-5416-426b-91c8-20bdc529fd7f","name":"Tove Ahlqvist","mail":"","language":""}');
INSERT INTO "change" VALUES(5,2,'holding','76493dbb-abeb-4e0d-ab2c-8c02fe151ee5',NULL,NULL,'{"id":"76493dbb-abeb-4e0d-ab2c-8c02fe151ee5","role":"5c4e7159-797e-4027-aaba-c1f25cc3a39e","person":"47a37736-5416-426b-91c8-20bdc529fd7f","start":null,"end":null}');
INSERT INTO "change" VALUES(6,2,'person','e88d803e-6047-4370-9eb4-7b2a3402104a',NULL,NULL,'{"id":"e88d803e-6047-4370-9eb4-7b2a3402104a","name":"Pål Zetterwall","mail":"","language":""}');
INSERT INTO "change" VALUES(7,2,'action','e6766ab6-0147-42a4-b11d-e4870b6fd422',NULL,NULL,'{"id":"e6766ab6-0147-42a4-b11d-e4870b6fd422","plan":"765b123b-ba59-4ebe-8a21-ef6c5ef23cf0","area":"816313a8-a34d-448f-8001-4288ea32c73e","label":"A1","position":1,"requirement":"Rad ett\n\tRad två: åäö ”0” \\ \n ''x''","measure":"Rad ett\n\tRad två: åäö ”0” \\ \n ''x''","status":"planned","status_since":"2026-05-12","status_note":"","due":{"text":"1 september","start":"2026-09-01","end":"2026-09-01","kind":"day"},"responsible":[["5c4e7159-797e-4027-aaba-c1f25cc3a39e","",""],["","e88d803e-6047-4370-9eb4-7b2a3402104a",""]],"responsible_text":"","follow_up_text":"","rule":"FREQ=YEARLY","first":{"text":"","start":null,"end":null,"kind":"none"},"triggers":["vid ny chef"],"follow_up_responsible":[],"follow_up_responsible_text":"","doubts":[],"source":""}');
INSERT INTO "change" VALUES(8,3,'action','7a1110db-35b9-4b85-a41c-5224b280400c',NULL,NULL,'{"id":"7a1110db-35b9-4b85-a41c-5224b280400c","plan":"765b123b-ba59-4ebe-8a21-ef6c5ef23cf0","area":"816313a8-a34d-448f-8001-4288ea32c73e","label":"A2","position":2,"requirement":"Rad ett\n\tRad två: åäö ”1” \\ \n ''x''","measure":"Rad ett\n\tRad två: åäö ”1” \\ \n ''x''","status":"planned","status_since":"2026-05-12","status_note":"","due":{"text":"2 september","start":"2026-09-02","end":"2026-09-02","kind":"day"},"responsible":[["5c4e7159-797e-4027-aaba-c1f25cc3a39e","",""],["","e88d803e-6047-4370-9eb4-7b2a3402104a",""]],"responsible_text":"","follow_up_text":"","rule":"FREQ=YEARLY","first":{"text":"","start":null,"end":null,"kind":"none"},"triggers":["vid ny chef"],"follow_up_responsible":[],"follow_up_responsible_text":"","doubts":[],"source":""}');
INSERT INTO "change" VALUES(9,4,'action','1cbe7dea-8c8c-401a-8d3b-63dda196eb54',NULL,NULL,'{"id":"1cbe7dea-8c8c-401a-8d3b-63dda196eb54","plan":"765b123b-ba59-4ebe-8a21-ef6c5ef23cf0","area":"816313a8-a34d-448f-8001-4288ea32c73e","label":"A3","position":3,"requirement":"Rad ett\n\tRad två: åäö ”2” \\ \n ''x''","measure":"Rad ett\n\tRad två: åäö ”2” \\ \n ''x''","status":"planned","status_since":"2026-05-12","status_note":"","due":{"text":"3 september","start":"2026-09-03","end":"2026-09-03","kind":"day"},"responsible":[["5c4e7159-797e-4027-aaba-c1f25cc3a39e","",""],["","e88d803e-6047-4370-9eb4-7b2a3402104a",""]],"responsible_text":"","follow_up_text":"","rule":"FREQ=YEARLY","first":{"text":"","start":null,"end":null,"kind":"none"},"triggers":["vid ny chef"],"follow_up_responsible":[],"follow_up_responsible_text":"","doubts":[],"source":""}');
INSERT INTO "change" VALUES(10,5,'action','e6766ab6-0147-42a4-b11d-e4870b6fd422','status','"planned"','"in_progress"');
INSERT INTO "change" VALUES(11,5,'action','e6766ab6-0147-42a4-b11d-e4870b6fd422','status_note','""','"På väg"');
INSERT INTO "change" VALUES(12,5,'action','7a1110db-35b9-4b85-a41c-5224b280400c','status','"planned"','"done"');
INSERT INTO "change" VALUES(13,6,'round','a0386a7c-a8ea-427e-ade0-2ad61c7ba930',NULL,NULL,'{"id":"a0386a7c-a8ea-427e-ade0-2ad61c7ba930","action":"7a1110db-35b9-4b85-a41c-5224b280400c","key":"extra:2026-05-12","window_start":"2026-05-12","window_end":"2026-05-12","agreed":{"text":"","start":null,"end":null,"kind":"none"},"held_on":"2026-05-12","result":"holds","note":"Allt väl","held_by":"","evidence":"protokoll 7","occasion":""}');
INSERT INTO "change" VALUES(14,7,'action','1cbe7dea-8c8c-401a-8d3b-63dda196eb54','due','{"text":"3 september","start":"2026-09-03","end":"2026-09-03","kind":"day"}','{"text":"2027-01-01","start":"2027-01-01","end":"2027-01-01","kind":"day"}');
INSERT INTO "change" VALUES(15,8,'occasion','8b8a524f-fcf8-4edb-818e-a6ee9d2a88c6',NULL,NULL,'{"id":"8b8a524f-fcf8-4edb-818e-a6ee9d2a88c6","plan":"765b123b-ba59-4ebe-8a21-ef6c5ef23cf0","trigger":"vid ny chef","on_day":"2026-05-12","note":""}');
INSERT INTO "change" VALUES(16,9,'person','f7d42439-5927-41f2-853c-590f955da715',NULL,NULL,'{"id":"f7d42439-5927-41f2-853c-590f955da715","name":"Miriam Nordanstig","mail":"","language":""}');
INSERT INTO "change" VALUES(17,9,'holding','76493dbb-abeb-4e0d-ab2c-8c02fe151ee5','end','null','"2026-05-11"');
INSERT INTO "change" VALUES(18,9,'holding','d000ce3f-02e0-4788-b891-330d9624e678',NULL,NULL,'{"id":"d000ce3f-02e0-4788-b891-330d9624e678","role":"5c4e7159-797e-4027-aaba-c1f25cc3a39e","person":"f7d42439-5927-41f2-853c-590f955da715","start":"2026-05-12","end":null}');
INSERT INTO "change" VALUES(19,10,'person','47a37736-5416-426b-91c8-20bdc529fd7f','mail','""','"tove@havsvik.example"');
INSERT INTO "change" VALUES(20,10,'person','47a37736-5416-426b-91c8-20bdc529fd7f','language','""','"sv"');
INSERT INTO "change" VALUES(21,11,'person','47a37736-5416-426b-91c8-20bdc529fd7f','language','"sv"','""');
INSERT INTO "change" VALUES(22,11,'person','47a37736-5416-426b-91c8-20bdc529fd7f','mail','"tove@havsvik.example"','""');
INSERT INTO "change" VALUES(23,12,'person','47a37736-5416-426b-91c8-20bdc529fd7f','mail','""','"tove@havsvik.example"');
INSERT INTO "change" VALUES(24,12,'person','47a37736-5416-426b-91c8-20bdc529fd7f','language','""','"sv"');
CREATE TABLE change_set (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	id VARCHAR NOT NULL,
	at DATETIME NOT NULL,
	"by" VARCHAR NOT NULL,
	why VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	undoes VARCHAR,
	CONSTRAINT uq_change_set_id UNIQUE (id),
	CONSTRAINT fk_change_set_undoes_change_set FOREIGN KEY(undoes) REFERENCES change_set (id),
	CONSTRAINT ck_change_set_kind CHECK (kind IN ('do', 'undo', 'redo'))
);
INSERT INTO "change_set" VALUES(1,'4cdf6866-3dff-43b8-a762-ab327cfbda08','2026-05-12 00:57:43.307063','Signe Åkerlund','{"command": "NewPlan", "key": "hav", "title": "Handlingsplan"}','do',NULL);
INSERT INTO "change_set" VALUES(2,'c6d922cf-dbe8-4f58-a16e-3449b712b1e7','2026-05-12 00:57:46.314931','Signe Åkerlund','{"command": "AddAction"}','do',NULL);
INSERT INTO "change_set" VALUES(3,'126a2eb5-11bf-4033-9a34-a3cb369a6aa2','2026-05-12 00:57:46.522699','Signe Åkerlund','{"command": "AddAction"}','do',NULL);
INSERT INTO "change_set" VALUES(4,'d0b09511-74bc-4086-979d-65a28aae9e4d','2026-05-12 00:57:46.595055','Signe Åkerlund','{"command": "AddAction"}','do',NULL);
INSERT INTO "change_set" VALUES(5,'33812d58-6958-4705-bc7f-c4659d8a6ccc','2026-05-12 00:57:46.656781','Signe Åkerlund','{"command": "MoveTo", "labels": ["A1", "A2"], "status": "in_progress", "note": "På väg"}','do',NULL);
INSERT INTO "change_set" VALUES(6,'1ec5c7bb-73fe-47ff-9b44-37c4968a18a6','2026-05-12 00:57:46.726714','Signe Åkerlund','{"command": "RecordRound", "labels": ["A2"], "result": "holds", "note": "Allt väl"}','do',NULL);
INSERT INTO "change_set" VALUES(7,'5d7867e2-7f8d-43ca-b1e5-01c9b8b3b15e','2026-05-12 00:57:46.806564','Signe Åkerlund','{"command": "MoveDue", "labels": ["A3"], "to": "2027-01-01", "note": "sen leverans"}','do',NULL);
INSERT INTO "change_set" VALUES(8,'e152a356-5d9f-469a-a8a3-72772c1e3b09','2026-05-12 00:57:46.867331','Signe Åkerlund','{"command": "NoteOccasion", "trigger": "vid ny chef"}','do',NULL);
INSERT INTO "change_set" VALUES(9,'3d3a3cc6-0531-4621-8010-1d09ad80b861','2026-05-12 00:57:46.938479','Signe Åkerlund','{"command": "HoldRole", "role": "Enhetschef", "person": "Miriam Nordanstig", "start": "2026-05-12"}','do',NULL);
INSERT INTO "change_set" VALUES(10,'c2325c33-628f-480e-b600-78c85a8a3e29','2026-05-12 00:57:47.033035','Signe Åkerlund','{"command": "SetPerson", "name": "Tove Ahlqvist"}','do',NULL);
INSERT INTO "change_set" VALUES(11,'e407b9da-4440-42cf-98d8-4e2fcb10a10b','2026-05-12 00:57:47.090645','Signe Åkerlund','{"command": "SetPerson", "name": "Tove Ahlqvist"}','undo','c2325c33-628f-480e-b600-78c85a8a3e29');
INSERT INTO "change_set" VALUES(12,'aade767a-8526-4927-b17e-314104122be8','2026-05-12 00:57:47.164740','Signe Åkerlund','{"command": "SetPerson", "name": "Tove Ahlqvist"}','redo','e407b9da-4440-42cf-98d8-4e2fcb10a10b');
CREATE TABLE delivery (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	owner VARCHAR NOT NULL,
	channel VARCHAR NOT NULL,
	sequence INTEGER NOT NULL,
	state VARCHAR NOT NULL,
	at DATETIME NOT NULL,
	CONSTRAINT ck_delivery_state CHECK (state IN ('sent', 'withdrawn'))
);
INSERT INTO "delivery" VALUES(1,'e6766ab6-0147-42a4-b11d-e4870b6fd422-due@followup','','folder',2,'sent','2026-05-12 10:00:00.000000');
CREATE TABLE holding (
	id VARCHAR NOT NULL,
	role_id VARCHAR NOT NULL,
	person_id VARCHAR NOT NULL,
	start_on DATE,
	end_on DATE,
	version INTEGER NOT NULL,
	CONSTRAINT pk_holding PRIMARY KEY (id),
	CONSTRAINT ck_holding_version CHECK (version >= 1),
	CONSTRAINT fk_holding_role_id_role FOREIGN KEY(role_id) REFERENCES role (id),
	CONSTRAINT fk_holding_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "holding" VALUES('76493dbb-abeb-4e0d-ab2c-8c02fe151ee5','5c4e7159-797e-4027-aaba-c1f25cc3a39e','47a37736-5416-426b-91c8-20bdc529fd7f',NULL,'2026-05-11',2);
INSERT INTO "holding" VALUES('d000ce3f-02e0-4788-b891-330d9624e678','5c4e7159-797e-4027-aaba-c1f25cc3a39e','f7d42439-5927-41f2-853c-590f955da715','2026-05-12',NULL,1);
CREATE TABLE occasion (
	id VARCHAR NOT NULL,
	plan_id VARCHAR NOT NULL,
	"trigger" VARCHAR NOT NULL,
	on_day DATE NOT NULL,
	note VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_occasion PRIMARY KEY (id),
	CONSTRAINT ck_occasion_version CHECK (version >= 1),
	CONSTRAINT fk_occasion_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id)
);
INSERT INTO "occasion" VALUES('8b8a524f-fcf8-4edb-818e-a6ee9d2a88c6','765b123b-ba59-4ebe-8a21-ef6c5ef23cf0','vid ny chef','2026-05-12','',1);
CREATE TABLE person (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	mail VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_person PRIMARY KEY (id),
	CONSTRAINT ck_person_version CHECK (version >= 1)
);
INSERT INTO "person" VALUES('47a37736-5416-426b-91c8-20bdc529fd7f','Tove Ahlqvist','tove@havsvik.example','sv',4);
INSERT INTO "person" VALUES('e88d803e-6047-4370-9eb4-7b2a3402104a','Pål Zetterwall','','',1);
INSERT INTO "person" VALUES('f7d42439-5927-41f2-853c-590f955da715','Miriam Nordanstig','','',1);
CREATE TABLE "plan" (
	id VARCHAR NOT NULL,
	"key" VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	unit VARCHAR NOT NULL,
	review VARCHAR NOT NULL,
	document_date DATE,
	source VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_plan PRIMARY KEY (id),
	CONSTRAINT ck_plan_version CHECK (version >= 1),
	CONSTRAINT uq_plan_key UNIQUE ("key")
);
INSERT INTO "plan" VALUES('765b123b-ba59-4ebe-8a21-ef6c5ef23cf0','hav','Handlingsplan','Havsviks hälsocentral','',NULL,'','sv',1);
CREATE TABLE reminder (
	uid VARCHAR NOT NULL,
	action_id VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	slot VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	hash VARCHAR NOT NULL,
	sequence INTEGER NOT NULL,
	created_at DATETIME NOT NULL,
	modified_at DATETIME NOT NULL,
	component VARCHAR NOT NULL,
	withdrawn BOOLEAN NOT NULL,
	CONSTRAINT pk_reminder PRIMARY KEY (uid),
	CONSTRAINT ck_reminder_sequence CHECK (sequence >= 0)
);
INSERT INTO "reminder" VALUES('e6766ab6-0147-42a4-b11d-e4870b6fd422-due@followup','e6766ab6-0147-42a4-b11d-e4870b6fd422','due','','sv','00000000',2,'2026-05-12 10:00:00.000000','2026-05-12 10:00:00.000000','BEGIN:VEVENT
SUMMARY:A1\, klart
END:VEVENT
',0);
CREATE TABLE role (
	id VARCHAR NOT NULL,
	plan_id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_role PRIMARY KEY (id),
	CONSTRAINT ck_role_version CHECK (version >= 1),
	CONSTRAINT uq_role_plan_id_name UNIQUE (plan_id, name),
	CONSTRAINT fk_role_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id)
);
INSERT INTO "role" VALUES('5c4e7159-797e-4027-aaba-c1f25cc3a39e','765b123b-ba59-4ebe-8a21-ef6c5ef23cf0','Enhetschef',1);
CREATE TABLE round (
	id VARCHAR NOT NULL,
	action_id VARCHAR NOT NULL,
	"key" VARCHAR NOT NULL,
	window_start DATE,
	window_end DATE,
	agreed_text VARCHAR,
	agreed_kind VARCHAR,
	agreed_start DATE,
	agreed_end DATE,
	held_on DATE,
	result VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	held_by VARCHAR NOT NULL,
	evidence VARCHAR NOT NULL,
	occasion_id VARCHAR,
	version INTEGER NOT NULL,
	CONSTRAINT pk_round PRIMARY KEY (id),
	CONSTRAINT ck_round_version CHECK (version >= 1),
	CONSTRAINT uq_round_action_id_key UNIQUE (action_id, "key"),
	CONSTRAINT fk_round_action_id_action FOREIGN KEY(action_id) REFERENCES action (id),
	CONSTRAINT ck_round_result CHECK (result IN ('', 'holds', 'partly', 'remains', 'skipped')),
	CONSTRAINT ck_round_agreed_kind CHECK (agreed_kind IN ('day', 'week', 'month', 'quarter', 'term', 'half-year', 'season', 'year', 'range', 'open', 'none'))
);
INSERT INTO "round" VALUES('a0386a7c-a8ea-427e-ade0-2ad61c7ba930','7a1110db-35b9-4b85-a41c-5224b280400c','extra:2026-05-12','2026-05-12','2026-05-12','','none',NULL,NULL,'2026-05-12','holds','Allt väl','','protokoll 7',NULL,1);
CREATE INDEX ix_holding_role_id_start_on ON holding (role_id, start_on);
CREATE INDEX ix_holding_person_id ON holding (person_id);
CREATE INDEX ix_occasion_plan_id_on_day ON occasion (plan_id, on_day);
CREATE INDEX ix_action_plan_id_position ON action (plan_id, position);
CREATE INDEX ix_action_area_id ON action (area_id);
CREATE INDEX ix_change_set_at ON change_set (at);
CREATE INDEX ix_change_entity_entity_id ON change (entity, entity_id);
CREATE INDEX ix_change_set_number ON change (set_number);
CREATE INDEX ix_reminder_action_id ON reminder (action_id);
CREATE INDEX ix_delivery_uid ON delivery (uid);
CREATE TRIGGER change_set_no_update BEFORE UPDATE ON change_set BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;
CREATE TRIGGER change_set_no_delete BEFORE DELETE ON change_set BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;
CREATE TRIGGER change_set_no_replace BEFORE INSERT ON change_set WHEN EXISTS (SELECT 1 FROM change_set WHERE number = new.number OR id = new.id) BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
CREATE TRIGGER change_no_replace BEFORE INSERT ON change WHEN EXISTS (SELECT 1 FROM change WHERE id = new.id) BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('change_set',12);
INSERT INTO "sqlite_sequence" VALUES('change',24);
INSERT INTO "sqlite_sequence" VALUES('delivery',1);
COMMIT;
PRAGMA application_id=1179601996;
PRAGMA user_version=1;
