-- Where both of two joined things have a row that can stand once, that of the one kept stands: a row of the task that goes
-- stays with it, out of sight; a row of a duty or an occurrence that goes says nothing new and goes too. Parting puts all
-- of them back.
CREATE OR REPLACE FUNCTION hang_on(col text, gone uuid, kept uuid) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
  hung text;
  place tid;
BEGIN
  IF col = 'duty_id' THEN
    PERFORM lift_reports(ARRAY[gone, kept]);
    UPDATE report r SET number = c.number + 2000000
      FROM (SELECT id, row_number() OVER (ORDER BY written_at, id) AS number FROM report
             WHERE province_id = province AND duty_id IN (gone, kept)) c
     WHERE r.province_id = province AND r.id = c.id;
  END IF;
  FOR hung IN SELECT t.name FROM task_tables() t JOIN pg_attribute a ON a.attrelid = t.name::regclass
               WHERE a.attname = col AND t.name NOT IN ('task_addressee', 'task_party', 'task_assignment') LOOP
    BEGIN
      EXECUTE format('UPDATE %1$I SET %2$I = $3 WHERE province_id = $1 AND %2$I = $2', hung, col)
        USING province, gone, kept;
    EXCEPTION WHEN unique_violation THEN
      FOR place IN EXECUTE format('SELECT ctid FROM %1$I WHERE province_id = $1 AND %2$I = $2', hung, col)
                     USING province, gone LOOP
        BEGIN
          EXECUTE format('UPDATE %1$I SET %2$I = $2 WHERE ctid = $1', hung, col) USING place, kept;
        EXCEPTION WHEN unique_violation THEN
          IF col <> 'task_id' THEN
            EXECUTE format('DELETE FROM %I WHERE ctid = $1', hung) USING place;
          END IF;
        END;
      END LOOP;
    END;
  END LOOP;
  IF col = 'duty_id' THEN
    UPDATE report SET number = number - 2000000 WHERE province_id = province AND duty_id = kept;
  END IF;
END
$$;
