-- The log: every change, sign-in, refusal and export, chained afterwards, so that no writer waits for another.

-- An addressee knows the gazetteer's id of its body; which unit of the province it is says task_party.
ALTER TABLE task_addressee RENAME COLUMN unit_id TO gazetteer_id;
-- Of several heirs of a unit, the first takes what nobody gives to another one.
ALTER TABLE unit_change_part ADD COLUMN position smallint NOT NULL DEFAULT 0;

-- From where, and what kind of thing it was; rows of before are changes.
ALTER TABLE history ADD COLUMN address text;
ALTER TABLE history ADD COLUMN kind text NOT NULL DEFAULT 'change'
  CHECK (kind IN ('change', 'signIn', 'refusal', 'export', 'view'));
CREATE INDEX history_at ON history (province_id, at DESC, id DESC);
CREATE INDEX history_who ON history (province_id, who, at DESC);

-- Entries that no seal covers yet; the sealer takes them away in the transaction that seals them.
CREATE TABLE history_unsealed (
  province_id integer NOT NULL,
  history_id  uuid    NOT NULL,
  PRIMARY KEY (province_id, history_id),
  FOREIGN KEY (province_id, history_id) REFERENCES history (province_id, id)
);

-- The chain: each link covers one entry and the link before it. Links are added and never changed.
CREATE TABLE history_seal (
  province_id integer     NOT NULL,
  position    bigint      NOT NULL,
  history_id  uuid        NOT NULL,
  digest      text        NOT NULL,
  sealed_at   timestamptz NOT NULL,
  PRIMARY KEY (province_id, position),
  UNIQUE (province_id, history_id),
  FOREIGN KEY (province_id, history_id) REFERENCES history (province_id, id)
);
REVOKE UPDATE, DELETE ON history_seal FROM sauro_rows;

-- Signed heads of the chain; a copy kept elsewhere shows a chain that was made anew.
CREATE TABLE history_head (
  province_id integer     NOT NULL,
  position    bigint      NOT NULL,
  digest      text        NOT NULL,
  signed_at   timestamptz NOT NULL,
  signature   text        NOT NULL,
  PRIMARY KEY (province_id, position)
);
REVOKE UPDATE, DELETE ON history_head FROM sauro_rows;

CREATE FUNCTION history_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO history_unsealed (province_id, history_id) SELECT province_id, id FROM added;
  RETURN NULL;
END
$$;
CREATE TRIGGER history_added AFTER INSERT ON history REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION history_added();

-- What was written before the chain began is sealed like the rest.
ALTER TABLE history NO FORCE ROW LEVEL SECURITY;
INSERT INTO history_unsealed (province_id, history_id) SELECT province_id, id FROM history;
ALTER TABLE history FORCE ROW LEVEL SECURITY;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['history_unsealed', 'history_seal', 'history_head'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY province ON %I
      USING (province_id = nullif(current_setting('app.province', true), '')::int)
      WITH CHECK (province_id = nullif(current_setting('app.province', true), '')::int)$p$, name);
  END LOOP;
END
$$;
