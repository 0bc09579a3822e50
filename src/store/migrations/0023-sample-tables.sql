-- Clearing a sample finds its tables by itself: every guarded table of a province, but for those that are said to outlive
-- a sample. A step that adds a table says nothing when its rows are part of the register.

-- Says of tables that their rows stay when a sample is cleared: SELECT outlives_sample('one', 'another').
CREATE FUNCTION outlives_sample(VARIADIC tables text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY tables LOOP
    EXECUTE format('COMMENT ON TABLE %I IS %L', name, 'outlives a sample');
  END LOOP;
END
$$;

-- Units and people are no sample; the log and what was asked of the queue tell what was done; scans that are being read
-- are not in the register yet.
SELECT outlives_sample('sample', 'history', 'history_unsealed', 'history_seal', 'history_head', 'history_stump',
                       'unit', 'unit_name', 'unit_code', 'unit_change', 'unit_change_part', 'unit_plan',
                       'collective', 'collective_wording', 'person', 'post', 'job_request', 'scan', 'scan_file',
                       'file_page');

-- The tables that go with a sample, in an order in which they can be emptied: none before one that refers to it. Where
-- tables refer to each other in a ring, a reference that goes or is forgotten with its row does not hold back.
CREATE FUNCTION sample_tables() RETURNS text[] LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  waiting oid[] := ARRAY(
    SELECT c.oid FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace
       AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'province')
       AND obj_description(c.oid, 'pg_class') IS DISTINCT FROM 'outlives a sample');
  ordered text[] := '{}';
  next oid;
BEGIN
  WHILE waiting <> '{}' LOOP
    SELECT w.id INTO next
      FROM unnest(waiting) w (id)
      LEFT JOIN pg_constraint k ON k.contype = 'f' AND k.confrelid = w.id AND k.conrelid <> w.id
                               AND k.conrelid = ANY (waiting)
     GROUP BY w.id
    HAVING count(*) FILTER (WHERE k.confdeltype IN ('a', 'r')) = 0
     ORDER BY count(k.oid), w.id::regclass::text LIMIT 1;
    IF next IS NULL THEN
      RAISE EXCEPTION 'tables refer to each other in a ring: %', waiting::regclass[];
    END IF;
    ordered := ordered || (SELECT relname::text FROM pg_class WHERE oid = next);
    waiting := array_remove(waiting, next);
  END LOOP;
  RETURN ordered;
END
$$;

CREATE OR REPLACE FUNCTION clear_sample() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
  name text;
BEGIN
  DELETE FROM sample WHERE province_id = province;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  FOREACH name IN ARRAY sample_tables() LOOP
    EXECUTE format('DELETE FROM %I WHERE province_id = $1', name) USING province;
  END LOOP;
  RETURN true;
END
$$;
REVOKE EXECUTE ON FUNCTION outlives_sample(text[]), sample_tables() FROM PUBLIC;
