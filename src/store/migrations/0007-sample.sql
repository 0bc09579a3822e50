-- Which provinces hold sample data, and how all of it is cleared away. A mark is set only on a province without
-- documents, and only where a mark stands may facts be deleted: a register that people keep cannot lose its history.
CREATE TABLE sample (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  -- Name of the folder in samples/.
  name        text        NOT NULL,
  begun_at    timestamptz NOT NULL,
  -- Null: filling is under way, or was broken off.
  filled_at   timestamptz,
  PRIMARY KEY (province_id)
);
ALTER TABLE sample ENABLE ROW LEVEL SECURITY;
ALTER TABLE sample FORCE ROW LEVEL SECURITY;
CREATE POLICY province ON sample
  USING (province_id = nullif(current_setting('app.province', true), '')::int)
  WITH CHECK (province_id = nullif(current_setting('app.province', true), '')::int);
REVOKE INSERT, UPDATE, DELETE ON sample FROM sauro_rows;
GRANT UPDATE (filled_at) ON sample TO sauro_rows;

-- Marks the province of the session; says whether it did. It does not where a document or a mark is.
CREATE FUNCTION mark_sample(sample_name text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
BEGIN
  IF EXISTS (SELECT 1 FROM document WHERE province_id = province) THEN
    RETURN false;
  END IF;
  INSERT INTO sample (province_id, name, begun_at) VALUES (province, sample_name, at) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END
$$;

-- Takes everything out of the register of the session's province, if it is marked. The history stays, and so do the
-- units and people of the province, which are no sample.
CREATE FUNCTION clear_sample() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
  name text;
BEGIN
  DELETE FROM sample WHERE province_id = province;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  FOREACH name IN ARRAY ARRAY['unplaced_mark', 'finding', 'occurrence_fact', 'occurrence', 'task_addressee', 'task',
                              'citation', 'document_reading', 'document_file', 'document', 'saved_view',
                              'province_setting'] LOOP
    EXECUTE format('DELETE FROM %I WHERE province_id = $1', name) USING province;
  END LOOP;
  RETURN true;
END
$$;
REVOKE ALL ON FUNCTION mark_sample(text, timestamptz), clear_sample() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mark_sample(text, timestamptz), clear_sample() TO sauro_rows;
