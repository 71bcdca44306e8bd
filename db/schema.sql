CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE person (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	mail VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_person PRIMARY KEY (id),
	CONSTRAINT ck_person_version CHECK (version >= 1)
);
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
CREATE INDEX ix_holding_role_id_start_on ON holding (role_id, start_on);
CREATE INDEX ix_holding_person_id ON holding (person_id);
CREATE INDEX ix_occasion_plan_id_on_day ON occasion (plan_id, on_day);
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
CREATE INDEX ix_action_plan_id_position ON action (plan_id, position);
CREATE INDEX ix_action_area_id ON action (area_id);
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
CREATE INDEX ix_change_set_at ON change_set (at);
CREATE INDEX ix_change_entity_entity_id ON change (entity, entity_id);
CREATE INDEX ix_change_set_number ON change (set_number);
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
CREATE INDEX ix_reminder_action_id ON reminder (action_id);
CREATE INDEX ix_delivery_uid ON delivery (uid);
CREATE TRIGGER change_set_no_update BEFORE UPDATE ON change_set BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;
CREATE TRIGGER change_set_no_delete BEFORE DELETE ON change_set BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;
CREATE TRIGGER change_set_no_replace BEFORE INSERT ON change_set WHEN EXISTS (SELECT 1 FROM change_set WHERE number = new.number OR id = new.id) BEGIN SELECT RAISE(ABORT, 'change_set is append-only'); END;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
CREATE TRIGGER change_no_replace BEFORE INSERT ON change WHEN EXISTS (SELECT 1 FROM change WHERE id = new.id) BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;
INSERT INTO alembic_version VALUES ('0002');
