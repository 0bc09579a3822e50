-- Tasks without a deadline are followed by their latest proof.

-- How often a task shall be proven: a length as ISO 8601 writes it, "return" for what the province has set, null where
-- all of it has days.
ALTER TABLE task ADD COLUMN heartbeat text CHECK (heartbeat = 'return' OR heartbeat ~ '^P\d+[DWMY]$');

-- The day of the latest approved report that proves something: with a document, a file, a link or a measured value.
ALTER TABLE duty ADD COLUMN proved_on date;

DO $$
DECLARE
  number integer;
BEGIN
  FOR number IN SELECT id FROM reference.province LOOP
    PERFORM set_config('app.province', number::text, true);
    UPDATE task SET heartbeat = CASE
        WHEN schedule @? '$.** ? (@.every like_regex "^P[0-9]+D$")' THEN
          jsonb_path_query_first(schedule, '$.** ? (@.every like_regex "^P[0-9]+D$").every') #>> '{}'
        WHEN schedule @? '$.** ? (@.kind == "continuous")' THEN coalesce((
          SELECT e #>> '{}' FROM jsonb_path_query(schedule, '$.** ? (@.kind == "recurring").every') e
           WHERE e #>> '{}' ~ '^P\d+[DWMY]$' ORDER BY (e #>> '{}')::interval LIMIT 1), 'return') END
     WHERE province_id = number AND schedule @? '$.** ? (@.kind == "continuous" || @.every like_regex "^P[0-9]+D$")';
    -- What recurs by days has one occurrence without a day, like what goes on all the time.
    UPDATE occurrence o SET key = 'continuous', starts_on = t.assigned_on
      FROM task t
     WHERE t.province_id = number AND t.province_id = o.province_id AND t.id = o.task_id AND o.key = 'undated'
       AND t.schedule_kind = 'recurring' AND t.schedule ->> 'every' ~ '^P\d+D$';
    UPDATE duty d SET proved_on = r.proved_on
      FROM (SELECT r.province_id, r.duty_id, max(r.approved_on) AS proved_on FROM report r
             WHERE r.province_id = number AND r.approved_on IS NOT NULL
               AND (r.measured <> '[]' OR EXISTS (SELECT FROM report_proof p
                                                   WHERE p.province_id = r.province_id AND p.report_id = r.id))
             GROUP BY 1, 2) r
     WHERE d.province_id = r.province_id AND d.id = r.duty_id;
  END LOOP;
  PERFORM set_config('app.province', '', true);
END
$$;

-- A province may ask for proof more often than with the yearly return.
ALTER TABLE province_setting ADD COLUMN heartbeat text CHECK (heartbeat ~ '^P\d+[DWMY]$');

-- Tasks that are joined may both have named a unit.
ALTER TABLE named_unit DROP CONSTRAINT named_unit_pkey;
ALTER TABLE named_unit ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE named_unit ADD PRIMARY KEY (province_id, id);
CREATE INDEX named_unit_task ON named_unit (province_id, task_id, name_key);
