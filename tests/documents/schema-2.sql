-- A database as the second schema wrote it, with something in every table. Never edited: it is what must still open.
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
INSERT INTO "action" VALUES('b015ecf8-fd92-4081-bffa-15cf1b0a78a3','497ecc90-d453-4eca-a4da-4622bb7077c2','67bbe36f-71c5-4dcb-a5d8-a23c0016fd61','A1',1,'Rad ett
	Rad två: åäö ”0” \ 
 ''x''','Rad ett
	Rad två: åäö ”0” \ 
 ''x''','in_progress','2026-05-12','På väg','1 september','day','2026-09-01','2026-09-01','[["430ea93b-1c3b-4550-baf1-8cd6120c2fe3","",""],["","68cff60a-baec-4006-ba89-dd0fa1389d09",""]]','','','FREQ=YEARLY','','none',NULL,NULL,'["vid ny chef"]','[]','','[]','',2);
INSERT INTO "action" VALUES('522e72d3-d8d8-4d3c-a767-3abff36c713f','497ecc90-d453-4eca-a4da-4622bb7077c2','67bbe36f-71c5-4dcb-a5d8-a23c0016fd61','A2',2,'Rad ett
	Rad två: åäö ”1” \ 
 ''x''','Rad ett
	Rad två: åäö ”1” \ 
 ''x''','done','2026-05-12','','2 september','day','2026-09-02','2026-09-02','[["430ea93b-1c3b-4550-baf1-8cd6120c2fe3","",""],["","68cff60a-baec-4006-ba89-dd0fa1389d09",""]]','','','FREQ=YEARLY','','none',NULL,NULL,'["vid ny chef"]','[]','','[]','',2);
INSERT INTO "action" VALUES('a3365f34-f6f3-4188-85aa-682d1cdc27c8','497ecc90-d453-4eca-a4da-4622bb7077c2','67bbe36f-71c5-4dcb-a5d8-a23c0016fd61','A3',3,'Rad ett
	Rad två: åäö ”2” \ 
 ''x''','Rad ett
	Rad två: åäö ”2” \ 
 ''x''','planned','2026-05-12','','2027-01-01','day','2027-01-01','2027-01-01','[["430ea93b-1c3b-4550-baf1-8cd6120c2fe3","",""],["","68cff60a-baec-4006-ba89-dd0fa1389d09",""]]','','','FREQ=YEARLY','','none',NULL,NULL,'["vid ny chef"]','[]','','[]','',2);
INSERT INTO "action" VALUES('3eb74e34-74be-45be-80f2-8196ccfbc1b5','8ece5d6c-cdc5-47a9-80f1-810725d349af','725ac50c-02b9-4482-9be7-45a1b1feed0e','A1',1,'Tid för handledning','Boka handledning varje vecka','planned','2026-05-12','','HT 2026','term','2026-07-01','2026-12-31','[["0e5fea9a-f8b1-4d82-8427-a11791ae31eb","",""]]','Enhetschef','varje år','FREQ=YEARLY','','none',NULL,NULL,'[]','[]','','[]','2',1);
INSERT INTO "action" VALUES('c70a06b0-497a-4afa-ae66-1010e21d3adb','8ece5d6c-cdc5-47a9-80f1-810725d349af','77833905-a01e-450d-986e-04f177482cc3','B1',2,'Egen plats','Inreda ett rum','planned','2026-05-12','','maj 2027','month','2027-05-01','2027-05-31','[["","8ca2d11c-9a84-4f4f-8f69-889f6d06c018",""]]','Nora Ek','','','','none',NULL,NULL,'[]','[]','','[]','3',1);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE area (
	id VARCHAR NOT NULL,
	plan_id VARCHAR NOT NULL,
	code VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	version INTEGER NOT NULL, grade VARCHAR DEFAULT '' NOT NULL,
	CONSTRAINT pk_area PRIMARY KEY (id),
	CONSTRAINT ck_area_version CHECK (version >= 1),
	CONSTRAINT uq_area_plan_id_code_name UNIQUE (plan_id, code, name),
	CONSTRAINT fk_area_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id)
);
INSERT INTO "area" VALUES('67bbe36f-71c5-4dcb-a5d8-a23c0016fd61','497ecc90-d453-4eca-a4da-4622bb7077c2','A','Ledning',1,1,'');
INSERT INTO "area" VALUES('725ac50c-02b9-4482-9be7-45a1b1feed0e','8ece5d6c-cdc5-47a9-80f1-810725d349af','A','Ledning',1,1,'C');
INSERT INTO "area" VALUES('77833905-a01e-450d-986e-04f177482cc3','8ece5d6c-cdc5-47a9-80f1-810725d349af','B','Lokaler',2,1,'');
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
INSERT INTO "change" VALUES(1,1,'plan','497ecc90-d453-4eca-a4da-4622bb7077c2',NULL,NULL,'{"id":"497ecc90-d453-4eca-a4da-4622bb7077c2","key":"hav","title":"Handlingsplan","unit":"Havsviks hälsocentral","review":"","document_date":null,"source":"","language":"sv"}');
INSERT INTO "change" VALUES(2,2,'area','67bbe36f-71c5-4dcb-a5d8-a23c0016fd61',NULL,NULL,'{"id":"67bbe36f-71c5-4dcb-a5d8-a23c0016fd61","plan":"497ecc90-d453-4eca-a4da-4622bb7077c2","code":"A","name":"Ledning","position":1,"grade":""}');
INSERT INTO "change" VALUES(3,2,'role','430ea93b-1c3b-4550-baf1-8cd6120c2fe3',NULL,NULL,'{"id":"430ea93b-1c3b-4550-baf1-8cd6120c2fe3","plan":"497ecc90-d453-4eca-a4da-4622bb7077c2","name":"Enhetschef"}');
INSERT INTO "change" VALUES(4,2,'person','e5483bc5-bd87-45d8-a640-df4ac7621527',NULL,NULL,'{"id":"e5483bc5-bd87-45d8-a640-df4ac7621527","name":"Tove Ahlqvist","mail":"","language":""}');
INSERT INTO "change" VALUES(5,2,'holding','295571aa-a642-45ae-b867-b9d00f466c2f',NULL,NULL,'{"id":"295571aa-a642-45ae-b867-b9d00f466c2f","role":"430ea93b-1c3b-4550-baf1-8cd6120c2fe3","person":"e5483bc5-bd87-45d8-a640-df4ac7621527","start":null,"end":null}');
INSERT INTO "change" VALUES(6,2,'person','68cff60a-baec-4006-ba89-dd0fa1389d09',NULL,NULL,'{"id":"68cff60a-baec-4006-ba89-dd0fa1389d09","name":"Pål Zetterwall","mail":"","language":""}');
INSERT INTO "change" VALUES(7,2,'action','b015ecf8-fd92-4081-bffa-15cf1b0a78a3',NULL,NULL,'{"id":"b015ecf8-fd92-4081-bffa-15cf1b0a78a3","plan":"497ecc90-d453-4eca-a4da-4622bb7077c2","area":"67bbe36f-71c5-4dcb-a5d8-a23c0016fd61","label":"A1","position":1,"requirement":"Rad ett\n\tRad två: åäö ”0” \\ \n ''x''","measure":"Rad ett\n\tRad två: åäö ”0” \\ \n ''x''","status":"planned","status_since":"2026-05-12","status_note":"","due":{"text":"1 september","start":"2026-09-01","end":"2026-09-01","kind":"day"},"responsible":[["430ea93b-1c3b-4550-baf1-8cd6120c2fe3","",""],["","68cff60a-baec-4006-ba89-dd0fa1389d09",""]],"responsible_text":"","follow_up_text":"","rule":"FREQ=YEARLY","first":{"text":"","start":null,"end":null,"kind":"none"},"triggers":["vid ny chef"],"follow_up_responsible":[],"follow_up_responsible_text":"","doubts":[],"source":""}');
INSERT INTO "change" VALUES(8,3,'action','522e72d3-d8d8-4d3c-a767-3abff36c713f',NULL,NULL,'{"id":"522e72d3-d8d8-4d3c-a767-3abff36c713f","plan":"497ecc90-d453-4eca-a4da-4622bb7077c2","area":"67bbe36f-71c5-4dcb-a5d8-a23c0016fd61","label":"A2","position":2,"requirement":"Rad ett\n\tRad två: åäö ”1” \\ \n ''x''","measure":"Rad ett\n\tRad två: åäö ”1” \\ \n ''x''","status":"planned","status_since":"2026-05-12","status_note":"","due":{"text":"2 september","start":"2026-09-02","end":"2026-09-02","kind":"day"},"responsible":[["430ea93b-1c3b-4550-baf1-8cd6120c2fe3","",""],["","68cff60a-baec-4006-ba89-dd0fa1389d09",""]],"responsible_text":"","follow_up_text":"","rule":"FREQ=YEARLY","first":{"text":"","start":null,"end":null,"kind":"none"},"triggers":["vid ny chef"],"follow_up_responsible":[],"follow_up_responsible_text":"","doubts":[],"source":""}');
INSERT INTO "change" VALUES(9,4,'action','a3365f34-f6f3-4188-85aa-682d1cdc27c8',NULL,NULL,'{"id":"a3365f34-f6f3-4188-85aa-682d1cdc27c8","plan":"497ecc90-d453-4eca-a4da-4622bb7077c2","area":"67bbe36f-71c5-4dcb-a5d8-a23c0016fd61","label":"A3","position":3,"requirement":"Rad ett\n\tRad två: åäö ”2” \\ \n ''x''","measure":"Rad ett\n\tRad två: åäö ”2” \\ \n ''x''","status":"planned","status_since":"2026-05-12","status_note":"","due":{"text":"3 september","start":"2026-09-03","end":"2026-09-03","kind":"day"},"responsible":[["430ea93b-1c3b-4550-baf1-8cd6120c2fe3","",""],["","68cff60a-baec-4006-ba89-dd0fa1389d09",""]],"responsible_text":"","follow_up_text":"","rule":"FREQ=YEARLY","first":{"text":"","start":null,"end":null,"kind":"none"},"triggers":["vid ny chef"],"follow_up_responsible":[],"follow_up_responsible_text":"","doubts":[],"source":""}');
INSERT INTO "change" VALUES(10,5,'action','b015ecf8-fd92-4081-bffa-15cf1b0a78a3','status','"planned"','"in_progress"');
INSERT INTO "change" VALUES(11,5,'action','b015ecf8-fd92-4081-bffa-15cf1b0a78a3','status_note','""','"På väg"');
INSERT INTO "change" VALUES(12,5,'action','522e72d3-d8d8-4d3c-a767-3abff36c713f','status','"planned"','"done"');
INSERT INTO "change" VALUES(13,6,'round','b8fec367-509a-473c-ae92-60c1f9d9f4f3',NULL,NULL,'{"id":"b8fec367-509a-473c-ae92-60c1f9d9f4f3","action":"522e72d3-d8d8-4d3c-a767-3abff36c713f","key":"extra:2026-05-12","window_start":"2026-05-12","window_end":"2026-05-12","agreed":{"text":"","start":null,"end":null,"kind":"none"},"held_on":"2026-05-12","result":"holds","note":"Allt väl","held_by":"","evidence":"protokoll 7","occasion":""}');
INSERT INTO "change" VALUES(14,7,'action','a3365f34-f6f3-4188-85aa-682d1cdc27c8','due','{"text":"3 september","start":"2026-09-03","end":"2026-09-03","kind":"day"}','{"text":"2027-01-01","start":"2027-01-01","end":"2027-01-01","kind":"day"}');
INSERT INTO "change" VALUES(15,8,'occasion','8e880b9a-1069-44e8-b207-e7f112229ae9',NULL,NULL,'{"id":"8e880b9a-1069-44e8-b207-e7f112229ae9","plan":"497ecc90-d453-4eca-a4da-4622bb7077c2","trigger":"vid ny chef","on_day":"2026-05-12","note":""}');
INSERT INTO "change" VALUES(16,9,'person','eee84670-44fb-4eae-a5de-b337c54d2f59',NULL,NULL,'{"id":"eee84670-44fb-4eae-a5de-b337c54d2f59","name":"Miriam Nordanstig","mail":"","language":""}');
INSERT INTO "change" VALUES(17,9,'holding','295571aa-a642-45ae-b867-b9d00f466c2f','end','null','"2026-05-11"');
INSERT INTO "change" VALUES(18,9,'holding','23ed8b06-bc98-4dea-a8ca-afa922d10d40',NULL,NULL,'{"id":"23ed8b06-bc98-4dea-a8ca-afa922d10d40","role":"430ea93b-1c3b-4550-baf1-8cd6120c2fe3","person":"eee84670-44fb-4eae-a5de-b337c54d2f59","start":"2026-05-12","end":null}');
INSERT INTO "change" VALUES(19,10,'person','68cff60a-baec-4006-ba89-dd0fa1389d09','mail','""','"tove@havsvik.example"');
INSERT INTO "change" VALUES(20,10,'person','68cff60a-baec-4006-ba89-dd0fa1389d09','language','""','"sv"');
INSERT INTO "change" VALUES(21,11,'person','68cff60a-baec-4006-ba89-dd0fa1389d09','language','"sv"','""');
INSERT INTO "change" VALUES(22,11,'person','68cff60a-baec-4006-ba89-dd0fa1389d09','mail','"tove@havsvik.example"','""');
INSERT INTO "change" VALUES(23,12,'person','68cff60a-baec-4006-ba89-dd0fa1389d09','mail','""','"tove@havsvik.example"');
INSERT INTO "change" VALUES(24,12,'person','68cff60a-baec-4006-ba89-dd0fa1389d09','language','""','"sv"');
INSERT INTO "change" VALUES(25,13,'plan','8ece5d6c-cdc5-47a9-80f1-810725d349af',NULL,NULL,'{"id":"8ece5d6c-cdc5-47a9-80f1-810725d349af","key":"plan","title":"plan.csv","unit":"","review":"","document_date":null,"source":"plan.csv","language":"sv"}');
INSERT INTO "change" VALUES(26,13,'area','725ac50c-02b9-4482-9be7-45a1b1feed0e',NULL,NULL,'{"id":"725ac50c-02b9-4482-9be7-45a1b1feed0e","plan":"8ece5d6c-cdc5-47a9-80f1-810725d349af","code":"A","name":"Ledning","position":1,"grade":"C"}');
INSERT INTO "change" VALUES(27,13,'role','0e5fea9a-f8b1-4d82-8427-a11791ae31eb',NULL,NULL,'{"id":"0e5fea9a-f8b1-4d82-8427-a11791ae31eb","plan":"8ece5d6c-cdc5-47a9-80f1-810725d349af","name":"Enhetschef"}');
INSERT INTO "change" VALUES(28,13,'action','3eb74e34-74be-45be-80f2-8196ccfbc1b5',NULL,NULL,'{"id":"3eb74e34-74be-45be-80f2-8196ccfbc1b5","plan":"8ece5d6c-cdc5-47a9-80f1-810725d349af","area":"725ac50c-02b9-4482-9be7-45a1b1feed0e","label":"A1","position":1,"requirement":"Tid för handledning","measure":"Boka handledning varje vecka","status":"planned","status_since":"2026-05-12","status_note":"","due":{"text":"HT 2026","start":"2026-07-01","end":"2026-12-31","kind":"term"},"responsible":[["0e5fea9a-f8b1-4d82-8427-a11791ae31eb","",""]],"responsible_text":"Enhetschef","follow_up_text":"varje år","rule":"FREQ=YEARLY","first":{"text":"","start":null,"end":null,"kind":"none"},"triggers":[],"follow_up_responsible":[],"follow_up_responsible_text":"","doubts":[],"source":"2"}');
INSERT INTO "change" VALUES(29,13,'area','77833905-a01e-450d-986e-04f177482cc3',NULL,NULL,'{"id":"77833905-a01e-450d-986e-04f177482cc3","plan":"8ece5d6c-cdc5-47a9-80f1-810725d349af","code":"B","name":"Lokaler","position":2,"grade":""}');
INSERT INTO "change" VALUES(30,13,'person','8ca2d11c-9a84-4f4f-8f69-889f6d06c018',NULL,NULL,'{"id":"8ca2d11c-9a84-4f4f-8f69-889f6d06c018","name":"Nora Ek","mail":"","language":""}');
INSERT INTO "change" VALUES(31,13,'action','c70a06b0-497a-4afa-ae66-1010e21d3adb',NULL,NULL,'{"id":"c70a06b0-497a-4afa-ae66-1010e21d3adb","plan":"8ece5d6c-cdc5-47a9-80f1-810725d349af","area":"77833905-a01e-450d-986e-04f177482cc3","label":"B1","position":2,"requirement":"Egen plats","measure":"Inreda ett rum","status":"planned","status_since":"2026-05-12","status_note":"","due":{"text":"maj 2027","start":"2027-05-01","end":"2027-05-31","kind":"month"},"responsible":[["","8ca2d11c-9a84-4f4f-8f69-889f6d06c018",""]],"responsible_text":"Nora Ek","follow_up_text":"","rule":"","first":{"text":"","start":null,"end":null,"kind":"none"},"triggers":[],"follow_up_responsible":[],"follow_up_responsible_text":"","doubts":[],"source":"3"}');
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
INSERT INTO "change_set" VALUES(1,'d0576960-f15b-494e-9146-72ec6ceceb87','2026-05-12 09:27:40.492554','Signe Åkerlund','{"command": "NewPlan", "key": "hav", "title": "Handlingsplan"}','do',NULL);
INSERT INTO "change_set" VALUES(2,'fec968a4-322f-4fe4-bf69-9466a31ac75e','2026-05-12 09:27:40.611992','Signe Åkerlund','{"command": "AddAction"}','do',NULL);
INSERT INTO "change_set" VALUES(3,'4c4818f9-093f-4862-9736-1623737c6192','2026-05-12 09:27:40.756912','Signe Åkerlund','{"command": "AddAction"}','do',NULL);
INSERT INTO "change_set" VALUES(4,'bd0446ef-5af9-4f4c-b78f-1797c5e26d43','2026-05-12 09:27:40.769834','Signe Åkerlund','{"command": "AddAction"}','do',NULL);
INSERT INTO "change_set" VALUES(5,'e9a12793-b676-48d2-996d-512265b42997','2026-05-12 09:27:40.775159','Signe Åkerlund','{"command": "MoveTo", "labels": ["A1", "A2"], "status": "in_progress", "note": "På väg"}','do',NULL);
INSERT INTO "change_set" VALUES(6,'6937d69b-ab6a-4230-9a28-6a736cbbb2eb','2026-05-12 09:27:40.780655','Signe Åkerlund','{"command": "RecordRound", "labels": ["A2"], "result": "holds", "note": "Allt väl"}','do',NULL);
INSERT INTO "change_set" VALUES(7,'783f086e-bdd2-44fe-99ba-1a7d2b7b108a','2026-05-12 09:27:40.786047','Signe Åkerlund','{"command": "MoveDue", "labels": ["A3"], "to": "2027-01-01", "note": "sen leverans"}','do',NULL);
INSERT INTO "change_set" VALUES(8,'6f572bb2-ac22-42a5-b888-92b9321111d1','2026-05-12 09:27:40.790475','Signe Åkerlund','{"command": "NoteOccasion", "trigger": "vid ny chef"}','do',NULL);
INSERT INTO "change_set" VALUES(9,'895ab9fb-b379-44df-b1d8-a9dbc2919a94','2026-05-12 09:27:40.864081','Signe Åkerlund','{"command": "HoldRole", "role": "Enhetschef", "person": "Miriam Nordanstig", "start": "2026-05-12"}','do',NULL);
INSERT INTO "change_set" VALUES(10,'9da54b26-1fd4-49fd-8c8c-fe14055ace27','2026-05-12 09:27:40.900596','Signe Åkerlund','{"command": "SetPerson", "name": "Pål Zetterwall"}','do',NULL);
INSERT INTO "change_set" VALUES(11,'d3cf648f-0e15-4370-95d4-94b3a51c3cff','2026-05-12 09:27:40.927873','Signe Åkerlund','{"command": "SetPerson", "name": "Pål Zetterwall"}','undo','9da54b26-1fd4-49fd-8c8c-fe14055ace27');
INSERT INTO "change_set" VALUES(12,'eb529666-04de-427c-bd1a-4f96ad1a26c7','2026-05-12 09:27:40.937585','Signe Åkerlund','{"command": "SetPerson", "name": "Pål Zetterwall"}','redo','d3cf648f-0e15-4370-95d4-94b3a51c3cff');
INSERT INTO "change_set" VALUES(13,'95591e55-c830-40a8-97bd-566869b8692f','2026-05-12 09:27:40.995468','Signe Åkerlund','{"command": "AcceptDraft", "source": "plan.csv", "count": 2}','do',NULL);
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
INSERT INTO "delivery" VALUES(1,'b015ecf8-fd92-4081-bffa-15cf1b0a78a3-due@followup','','folder',2,'sent','2026-05-12 10:00:00.000000');
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
INSERT INTO "holding" VALUES('295571aa-a642-45ae-b867-b9d00f466c2f','430ea93b-1c3b-4550-baf1-8cd6120c2fe3','e5483bc5-bd87-45d8-a640-df4ac7621527',NULL,'2026-05-11',2);
INSERT INTO "holding" VALUES('23ed8b06-bc98-4dea-a8ca-afa922d10d40','430ea93b-1c3b-4550-baf1-8cd6120c2fe3','eee84670-44fb-4eae-a5de-b337c54d2f59','2026-05-12',NULL,1);
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
INSERT INTO "occasion" VALUES('8e880b9a-1069-44e8-b207-e7f112229ae9','497ecc90-d453-4eca-a4da-4622bb7077c2','vid ny chef','2026-05-12','',1);
CREATE TABLE person (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	mail VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_person PRIMARY KEY (id),
	CONSTRAINT ck_person_version CHECK (version >= 1)
);
INSERT INTO "person" VALUES('e5483bc5-bd87-45d8-a640-df4ac7621527','Tove Ahlqvist','','',1);
INSERT INTO "person" VALUES('68cff60a-baec-4006-ba89-dd0fa1389d09','Pål Zetterwall','tove@havsvik.example','sv',4);
INSERT INTO "person" VALUES('eee84670-44fb-4eae-a5de-b337c54d2f59','Miriam Nordanstig','','',1);
INSERT INTO "person" VALUES('8ca2d11c-9a84-4f4f-8f69-889f6d06c018','Nora Ek','','',1);
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
INSERT INTO "plan" VALUES('497ecc90-d453-4eca-a4da-4622bb7077c2','hav','Handlingsplan','Havsviks hälsocentral','',NULL,'','sv',1);
INSERT INTO "plan" VALUES('8ece5d6c-cdc5-47a9-80f1-810725d349af','plan','plan.csv','','',NULL,'plan.csv','sv',1);
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
INSERT INTO "reminder" VALUES('b015ecf8-fd92-4081-bffa-15cf1b0a78a3-due@followup','b015ecf8-fd92-4081-bffa-15cf1b0a78a3','due','','sv','00000000',2,'2026-05-12 10:00:00.000000','2026-05-12 10:00:00.000000','BEGIN:VEVENT
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
INSERT INTO "role" VALUES('430ea93b-1c3b-4550-baf1-8cd6120c2fe3','497ecc90-d453-4eca-a4da-4622bb7077c2','Enhetschef',1);
INSERT INTO "role" VALUES('0e5fea9a-f8b1-4d82-8427-a11791ae31eb','8ece5d6c-cdc5-47a9-80f1-810725d349af','Enhetschef',1);
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
INSERT INTO "round" VALUES('b8fec367-509a-473c-ae92-60c1f9d9f4f3','522e72d3-d8d8-4d3c-a767-3abff36c713f','extra:2026-05-12','2026-05-12','2026-05-12','','none',NULL,NULL,'2026-05-12','holds','Allt väl','','protokoll 7',NULL,1);
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
INSERT INTO "sqlite_sequence" VALUES('change_set',13);
INSERT INTO "sqlite_sequence" VALUES('change',31);
INSERT INTO "sqlite_sequence" VALUES('delivery',1);
COMMIT;
PRAGMA application_id=1179601996;
PRAGMA user_version=2;
