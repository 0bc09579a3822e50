-- Reports of joined duties count in the order in which they were written, whichever duty they came from. While they are
-- counted anew none may have a number of another, so that all are lifted first.
CREATE OR REPLACE FUNCTION hang_on(col text, gone uuid, kept uuid) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
  hung text;
BEGIN
  IF col = 'duty_id' THEN
    DELETE FROM urging g USING urging k
     WHERE g.province_id = province AND g.duty_id = gone AND k.province_id = province AND k.duty_id = kept
       AND (k.last_day, k.kind, k.days) = (g.last_day, g.kind, g.days);
    PERFORM lift_reports(ARRAY[gone, kept]);
    UPDATE report r SET number = c.number + 2000000
      FROM (SELECT id, row_number() OVER (ORDER BY written_at, id) AS number FROM report
             WHERE province_id = province AND duty_id IN (gone, kept)) c
     WHERE r.province_id = province AND r.id = c.id;
  END IF;
  FOR hung IN SELECT t.name FROM task_tables() t JOIN pg_attribute a ON a.attrelid = t.name::regclass
               WHERE a.attname = col AND t.name NOT IN ('task_addressee', 'task_party', 'task_assignment') LOOP
    EXECUTE format('UPDATE %1$I SET %2$I = $3 WHERE province_id = $1 AND %2$I = $2', hung, col)
      USING province, gone, kept;
  END LOOP;
  IF col = 'duty_id' THEN
    UPDATE report SET number = number - 2000000 WHERE province_id = province AND duty_id = kept;
  END IF;
END
$$;

-- Lifts the numbers of the reports of duties out of the way of others.
CREATE FUNCTION lift_reports(duties uuid[]) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  UPDATE report SET number = number + 1000000
   WHERE province_id = nullif(current_setting('app.province', true), '')::int AND duty_id = ANY (duties)
$$;

CREATE OR REPLACE FUNCTION part_tasks(join_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
  joined task_join%ROWTYPE;
  pair uuid[];
  hung record;
BEGIN
  SELECT * INTO joined FROM task_join WHERE province_id = province AND id = join_id FOR UPDATE;
  pair := ARRAY[joined.task_id, joined.into_task];
  IF joined.after IS NULL OR joined.after <> digest_of_tasks(pair) THEN
    RETURN false;
  END IF;
  PERFORM lift_reports(ids_of_tasks(pair, 'duty_id'));
  -- What others refer to stands first and goes last.
  FOR hung IN SELECT * FROM task_tables() ORDER BY array_position(ARRAY['occurrence', 'duty', 'report'], name), name LOOP
    PERFORM bring_back('add', hung.name, hung.by_column, pair, joined.before -> hung.name);
  END LOOP;
  FOR hung IN SELECT * FROM task_tables() LOOP
    PERFORM bring_back('alter', hung.name, hung.by_column, pair, joined.before -> hung.name);
  END LOOP;
  FOR hung IN SELECT * FROM task_tables() WHERE name <> 'urging'
               ORDER BY array_position(ARRAY['report', 'duty', 'occurrence'], name) NULLS FIRST, name LOOP
    PERFORM bring_back('remove', hung.name, hung.by_column, pair, joined.before -> hung.name);
  END LOOP;
  PERFORM bring_back('alter', 'task', 'id', pair, joined.before -> 'task');
  DELETE FROM task_join WHERE province_id = province AND id = join_id;
  RETURN true;
END
$$;
REVOKE EXECUTE ON FUNCTION lift_reports(uuid[]) FROM PUBLIC;
