-- Clearing a sample takes the duties with it, their reports, proofs and facts.
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
  FOREACH name IN ARRAY ARRAY['unplaced_mark', 'finding', 'report_proof', 'duty_fact', 'report', 'duty',
                              'occurrence_fact', 'occurrence', 'task_addressee', 'task', 'citation',
                              'document_reading', 'document_file', 'document', 'saved_view', 'province_setting'] LOOP
    EXECUTE format('DELETE FROM %I WHERE province_id = $1', name) USING province;
  END LOOP;
  RETURN true;
END
$$;
