-- Who signed a head, and where a chain begins again after its oldest entries were exported and dropped.

-- SHA-256 over the public key; a head by another key is none of this installation's.
ALTER TABLE history_head ADD COLUMN signed_by text NOT NULL DEFAULT '';

-- What the sealer needs is adding and taking away.
REVOKE UPDATE ON history_unsealed FROM sauro_rows;

-- In the place of dropped entries: the last digest among them, so that the chain after it can still be checked. Only the
-- owner of the tables drops entries and writes a stump.
CREATE TABLE history_stump (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  -- Of the last entry dropped.
  position    bigint      NOT NULL,
  digest      text        NOT NULL,
  -- The instant of the first entry kept is not before it.
  before_at   timestamptz NOT NULL,
  dropped_at  timestamptz NOT NULL,
  signature   text        NOT NULL,
  signed_by   text        NOT NULL,
  PRIMARY KEY (province_id, position)
);
ALTER TABLE history_stump ENABLE ROW LEVEL SECURITY;
ALTER TABLE history_stump FORCE ROW LEVEL SECURITY;
CREATE POLICY province ON history_stump
  USING (province_id = nullif(current_setting('app.province', true), '')::int)
  WITH CHECK (province_id = nullif(current_setting('app.province', true), '')::int);
REVOKE INSERT, UPDATE, DELETE ON history_stump FROM sauro_rows;

-- Provinces with entries that no seal covers yet, for the sealer, which works for one after the other: one question
-- instead of one for each province. It leaves no province open.
CREATE FUNCTION unsealed_provinces() RETURNS integer[] LANGUAGE plpgsql AS $$
DECLARE
  province integer;
  found_ones integer[] := '{}';
BEGIN
  FOR province IN SELECT id FROM reference.province ORDER BY id LOOP
    PERFORM set_config('app.province', province::text, true);
    IF EXISTS (SELECT 1 FROM history_unsealed u WHERE u.province_id = province) THEN
      found_ones := found_ones || province;
    END IF;
  END LOOP;
  PERFORM set_config('app.province', '', true);
  RETURN found_ones;
END
$$;
