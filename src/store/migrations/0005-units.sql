-- Units of a province with their history, the people in them, and who answers for a task: each row of a province, so that
-- nobody sees what is not theirs. Names and days are kept as they were; what is there today follows from the changes.

CREATE TABLE unit (
  province_id  integer NOT NULL REFERENCES reference.province (id),
  id           uuid    NOT NULL,
  parent_id    uuid,
  kind         text    NOT NULL CHECK (kind IN (
    'peoplesCommittee', 'peoplesCouncil', 'department', 'commune', 'district', 'subdivision', 'serviceUnit',
    'steeringCommittee', 'party', 'massOrganisation', 'centralBody', 'other')),
  -- What the province may ask of it: an order, a request between equals, a request, or nothing at all.
  relation     text    NOT NULL CHECK (relation IN ('subordinate', 'peer', 'requested', 'outside')),
  name         text    NOT NULL,
  short_name   text,
  -- Stands in the numbers of its documents: "SNgV".
  symbol       text,
  aliases      jsonb   NOT NULL DEFAULT '[]',
  -- What rules of collectives ask for: "border", "island".
  traits       jsonb   NOT NULL DEFAULT '[]',
  contact      jsonb   NOT NULL DEFAULT '{}',
  -- The body or commune of the gazetteer that it is: "so-ngv", "23788"; null for a unit of its own.
  gazetteer_id text,
  -- A steering committee's work goes to its standing body.
  standing_id  uuid,
  -- First and last day; null: before anything known, and still there.
  from_day     date,
  to_day       date,
  position     integer NOT NULL DEFAULT 0,
  version      integer NOT NULL DEFAULT 1,
  -- The name folded: what addressees of tasks are compared with.
  name_key     text    NOT NULL,
  folded       text    NOT NULL,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, parent_id) REFERENCES unit (province_id, id),
  FOREIGN KEY (province_id, standing_id) REFERENCES unit (province_id, id),
  CHECK (to_day IS NULL OR from_day IS NULL OR to_day >= from_day),
  CHECK (parent_id <> id)
);
CREATE INDEX unit_parent ON unit (province_id, parent_id, position);
CREATE INDEX unit_named ON unit (province_id, name_key);
CREATE INDEX unit_gazetteer ON unit (province_id, gazetteer_id);

-- Names that a unit had before the one it has.
CREATE TABLE unit_name (
  province_id integer NOT NULL,
  unit_id     uuid    NOT NULL,
  to_day      date    NOT NULL,
  name        text    NOT NULL,
  short_name  text,
  symbol      text,
  name_key    text    NOT NULL,
  PRIMARY KEY (province_id, unit_id, to_day),
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id)
);
CREATE INDEX unit_name_key ON unit_name (province_id, name_key);

-- Identifier codes: QCVN 102:2016/BTTTT (13 characters) and Quyết định 20/2020/QĐ-TTg (up to 35), each with its days.
CREATE TABLE unit_code (
  province_id integer NOT NULL,
  unit_id     uuid    NOT NULL,
  system      text    NOT NULL CHECK (system IN ('qcvn102', 'qd20')),
  code        text    NOT NULL,
  from_day    date,
  to_day      date,
  PRIMARY KEY (province_id, system, code, unit_id),
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id)
);
CREATE INDEX unit_code_of ON unit_code (province_id, unit_id);

-- Dated changes of the tree, with the document that orders them.
CREATE TABLE unit_change (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  id          uuid        NOT NULL,
  kind        text        NOT NULL CHECK (kind IN ('created', 'renamed', 'moved', 'merged', 'split', 'abolished')),
  -- The first day of what is new.
  on_day      date        NOT NULL,
  document    text,
  note        text,
  at          timestamptz NOT NULL,
  who         text        NOT NULL,
  PRIMARY KEY (province_id, id)
);
CREATE TABLE unit_change_part (
  province_id integer NOT NULL,
  change_id   uuid    NOT NULL,
  unit_id     uuid    NOT NULL,
  side        text    NOT NULL CHECK (side IN ('before', 'after')),
  PRIMARY KEY (province_id, change_id, unit_id, side),
  FOREIGN KEY (province_id, change_id) REFERENCES unit_change (province_id, id),
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id)
);
CREATE INDEX unit_change_part_of ON unit_change_part (province_id, unit_id);

-- A collective is a named rule over the tree, resolved on a day; the words of documents are bound to one once.
CREATE TABLE collective (
  province_id integer NOT NULL REFERENCES reference.province (id),
  id          uuid    NOT NULL,
  name        text    NOT NULL,
  rule        jsonb   NOT NULL,
  version     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, name)
);
CREATE TABLE collective_wording (
  province_id   integer     NOT NULL,
  wording_key   text        NOT NULL,
  wording       text        NOT NULL,
  collective_id uuid        NOT NULL,
  bound_at      timestamptz NOT NULL,
  bound_by      text        NOT NULL,
  PRIMARY KEY (province_id, wording_key),
  FOREIGN KEY (province_id, collective_id) REFERENCES collective (province_id, id)
);

-- Which units an addressee of a task is: one for a named unit, those of the day for a collective. `unit_id` stays as it
-- was given; `holder_id` is who holds it today, moved on by mergers and splits.
CREATE TABLE task_party (
  province_id integer  NOT NULL,
  task_id     uuid     NOT NULL,
  position    smallint NOT NULL,
  unit_id     uuid     NOT NULL,
  holder_id   uuid     NOT NULL,
  PRIMARY KEY (province_id, task_id, position, unit_id),
  FOREIGN KEY (province_id, task_id, position) REFERENCES task_addressee (province_id, task_id, position)
    ON DELETE CASCADE,
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id),
  FOREIGN KEY (province_id, holder_id) REFERENCES unit (province_id, id)
);
CREATE INDEX task_party_holder ON task_party (province_id, holder_id, task_id);
CREATE INDEX task_party_unit ON task_party (province_id, unit_id, task_id);

-- A unit and all below it. Given as one array, so that a list asks it once and not for each row.
CREATE FUNCTION units_under(province integer, roots uuid[]) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE below AS (
    SELECT u.id FROM unit u WHERE u.province_id = province AND u.id = ANY (roots)
    UNION
    SELECT u.id FROM below JOIN unit u ON u.province_id = province AND u.parent_id = below.id)
  SELECT coalesce(array_agg(id), '{}') FROM below
$$;

-- People of a province. The person who signs in is one over the country (accounts.users); what a province keeps of him
-- is here.
CREATE TABLE person (
  province_id integer NOT NULL REFERENCES reference.province (id),
  -- The id in accounts.users.
  id          text    NOT NULL,
  name        text    NOT NULL,
  email       text    NOT NULL,
  phone       text,
  -- The last day that he works for the province.
  left_on     date,
  version     integer NOT NULL DEFAULT 1,
  folded      text    NOT NULL,
  PRIMARY KEY (province_id, id)
);
CREATE INDEX person_name ON person (province_id, name COLLATE reference.natural_order, id);

-- A role in a unit from a day to a day; or the role of another person, who is away.
CREATE TABLE post (
  province_id integer NOT NULL,
  id          uuid    NOT NULL,
  person_id   text    NOT NULL,
  -- Null: over the whole province (administrator, leader, auditor).
  unit_id     uuid,
  role        text    NOT NULL CHECK (role IN ('administrator', 'focalOfficer', 'governmentOffice', 'unitHead',
                                               'unitOfficer', 'leader', 'auditor')),
  -- As people say it: "Phó Giám đốc".
  title       text,
  from_day    date    NOT NULL,
  to_day      date,
  -- The post whose holder he acts for.
  acting_for  uuid,
  document    text,
  version     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, person_id) REFERENCES person (province_id, id),
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id),
  FOREIGN KEY (province_id, acting_for) REFERENCES post (province_id, id),
  CHECK (to_day IS NULL OR to_day >= from_day),
  CHECK (unit_id IS NOT NULL OR role IN ('administrator', 'focalOfficer', 'governmentOffice', 'leader', 'auditor'))
);
CREATE INDEX post_person ON post (province_id, person_id);
CREATE INDEX post_unit ON post (province_id, unit_id);

-- Who inside a unit works on a task: the leader in charge, the room, the officer.
CREATE TABLE task_assignment (
  province_id integer NOT NULL,
  task_id     uuid    NOT NULL,
  unit_id     uuid    NOT NULL,
  leader      text,
  room_id     uuid,
  officer     text,
  version     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, task_id, unit_id),
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id),
  FOREIGN KEY (province_id, room_id) REFERENCES unit (province_id, id),
  FOREIGN KEY (province_id, leader) REFERENCES person (province_id, id),
  FOREIGN KEY (province_id, officer) REFERENCES person (province_id, id)
);
CREATE INDEX task_assignment_officer ON task_assignment (province_id, officer);

-- Keys for programs of others. Looked up before any province is known, so not a table of a province; only hashes.
CREATE TABLE accounts.api_keys (
  id          uuid        PRIMARY KEY,
  province_id integer     NOT NULL REFERENCES reference.province (id),
  name        text        NOT NULL,
  key_hash    text        NOT NULL UNIQUE,
  scopes      jsonb       NOT NULL,
  created_at  timestamptz NOT NULL,
  created_by  text        NOT NULL,
  expires_at  timestamptz NOT NULL,
  revoked_at  timestamptz,
  used_at     timestamptz
);
CREATE INDEX api_keys_province ON accounts.api_keys (province_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['unit', 'unit_name', 'unit_code', 'unit_change', 'unit_change_part', 'collective',
                              'collective_wording', 'task_party', 'person', 'post', 'task_assignment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY province ON %I
      USING (province_id = nullif(current_setting('app.province', true), '')::int)
      WITH CHECK (province_id = nullif(current_setting('app.province', true), '')::int)$p$, name);
  END LOOP;
END
$$;

-- Whoever worked for a province until now did everything there.
DO $$
DECLARE
  member record;
BEGIN
  FOR member IN SELECT m.province_id, u.id, u.name, u.email
                  FROM accounts.memberships m JOIN accounts.users u ON u.id = m.user_id LOOP
    PERFORM set_config('app.province', member.province_id::text, true);
    INSERT INTO person (province_id, id, name, email, folded)
      VALUES (member.province_id, member.id, member.name, member.email, lower(member.name || ' ' || member.email));
    INSERT INTO post (province_id, id, person_id, role, from_day)
      SELECT member.province_id, gen_random_uuid(), member.id, role, current_date
        FROM unnest(ARRAY['administrator', 'focalOfficer']) AS role;
  END LOOP;
  PERFORM set_config('app.province', '', true);
END
$$;
