-- The ground on which all tables stand. Tables of a province are in the default schema; what belongs to no province has
-- a schema of its own. The program's login is a member of sauro_rows: it works with rows and owns nothing.

CREATE SCHEMA accounts;
CREATE SCHEMA jobs;
CREATE SCHEMA reference;

GRANT USAGE ON SCHEMA public, accounts, jobs, reference TO sauro_rows;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO sauro_rows;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO sauro_rows;
ALTER DEFAULT PRIVILEGES IN SCHEMA accounts GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO sauro_rows;
ALTER DEFAULT PRIVILEGES IN SCHEMA accounts GRANT USAGE ON SEQUENCES TO sauro_rows;
ALTER DEFAULT PRIVILEGES IN SCHEMA reference GRANT SELECT ON TABLES TO sauro_rows;

-- The provinces and cities that exist; the program fills it from its list of administrative units at every start.
CREATE TABLE reference.province (
  -- The code of the list of administrative units (Quyết định 19/2025/QĐ-TTg) as a number: 52 is Gia Lai.
  id      integer PRIMARY KEY CHECK (id BETWEEN 1 AND 99),
  kind    text    NOT NULL CHECK (kind IN ('tỉnh', 'thành phố')),
  name    text    NOT NULL UNIQUE,
  name_en text    NOT NULL
);

-- What was done to what, by whom, when. Rows are added and never changed.
CREATE TABLE history (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  id          uuid        NOT NULL,
  at          timestamptz NOT NULL,
  -- The person's id, or the name of the part of the program that acted by itself.
  who         text        NOT NULL,
  -- The operation, as the code calls it: "import-document".
  what        text        NOT NULL,
  -- The thing it was done to: kind and id, "document:0199…".
  subject     text        NOT NULL,
  before      jsonb,
  after       jsonb,
  PRIMARY KEY (province_id, id)
);
CREATE INDEX history_subject ON history (province_id, subject, at);
REVOKE UPDATE, DELETE ON history FROM sauro_rows;

-- A session that did not say which province it works for sees and writes nothing.
ALTER TABLE history ENABLE ROW LEVEL SECURITY;
ALTER TABLE history FORCE ROW LEVEL SECURITY;
CREATE POLICY province ON history
  USING (province_id = nullif(current_setting('app.province', true), '')::int)
  WITH CHECK (province_id = nullif(current_setting('app.province', true), '')::int);
