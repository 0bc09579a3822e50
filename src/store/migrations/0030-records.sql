-- The database of cooperation: records of declared registers, what they link to, and who enters them. A register is
-- described in the program; a new one needs no step here.

CREATE TABLE record (
  province_id integer NOT NULL REFERENCES reference.province (id),
  id          uuid    NOT NULL,
  register    text    NOT NULL,
  title       text    NOT NULL,
  -- By the keys of the fields; days as YYYY-MM-DD, countries and choices by their keys. Links stand in record_link.
  "values"    jsonb   NOT NULL,
  -- The words that everybody who reads may search by, without marks, in small letters.
  folded      text    NOT NULL,
  -- The unit that enters it and answers for it; null: the focal body.
  owner_id    uuid,
  -- What the record is called in the system of its owner.
  source_key  text,
  version     integer     NOT NULL DEFAULT 1,
  created_at  timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  removed_at  timestamptz,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, owner_id) REFERENCES unit (province_id, id)
);
CREATE INDEX record_register ON record (province_id, register) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX record_source ON record (province_id, register, owner_id, source_key) NULLS NOT DISTINCT
  WHERE source_key IS NOT NULL AND removed_at IS NULL;

-- What a record's fields of links lead to.
CREATE TABLE record_link (
  province_id integer  NOT NULL REFERENCES reference.province (id),
  record_id   uuid     NOT NULL,
  field       text     NOT NULL,
  position    smallint NOT NULL,
  kind        text     NOT NULL CHECK (kind IN ('record', 'unit', 'document', 'task')),
  target_id   uuid     NOT NULL,
  PRIMARY KEY (province_id, record_id, field, position),
  FOREIGN KEY (province_id, record_id) REFERENCES record (province_id, id) ON DELETE CASCADE
);
CREATE INDEX record_link_target ON record_link (province_id, target_id);

-- Who enters a register that one unit owns, and the system that its records come from.
CREATE TABLE record_owner (
  province_id   integer NOT NULL REFERENCES reference.province (id),
  register      text    NOT NULL,
  -- Null: the focal body.
  unit_id       uuid,
  source_system text,
  version       integer NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, register),
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id)
);

-- Which column of a list stands for which field, as the unit said the last time that it sent a list with these headings.
CREATE TABLE record_mapping (
  province_id integer NOT NULL REFERENCES reference.province (id),
  register    text    NOT NULL,
  headings    text    NOT NULL,
  mapping     jsonb   NOT NULL,
  PRIMARY KEY (province_id, register, headings)
);

-- A list that was sent and is looked at before it is taken; its rows go when it is taken, and after a day.
CREATE TABLE record_import (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  id          uuid        NOT NULL,
  register    text        NOT NULL,
  who         text        NOT NULL,
  owner_id    uuid,
  file_name   text        NOT NULL,
  sent_at     timestamptz NOT NULL,
  rows        jsonb       NOT NULL,
  PRIMARY KEY (province_id, id)
);
CREATE INDEX record_import_sent ON record_import (province_id, sent_at);

SELECT guard_province('record', 'record_link', 'record_owner', 'record_mapping', 'record_import');
-- Who owns a register is no part of a sample.
SELECT outlives_sample('record_owner', 'record_mapping');
