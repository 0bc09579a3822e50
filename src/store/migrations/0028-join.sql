-- Two tasks that turn out to be one: what hangs on the one moves to the other, and can be taken back exactly.

CREATE TABLE task_join (
  province_id integer     NOT NULL,
  id          uuid        NOT NULL,
  -- The task that went into another, and the other.
  task_id     uuid        NOT NULL,
  into_task   uuid        NOT NULL,
  -- The document because of which it was carried over; null: two tasks were found to be one.
  document_id uuid,
  at          timestamptz NOT NULL,
  who         text        NOT NULL,
  -- All rows of both as they were, and the digest of them as the join left them: by these it is taken back.
  before      jsonb       NOT NULL,
  after       text,
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, task_id),
  CHECK (task_id <> into_task),
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, into_task) REFERENCES task (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id) ON DELETE CASCADE
);
CREATE INDEX task_join_into ON task_join (province_id, into_task);
SELECT guard_province('task_join');
-- Only the functions below write it: what they put back is what they found.
REVOKE INSERT, UPDATE, DELETE ON task_join FROM sauro_rows;

-- Lists pass over tasks that went into others, and still read the index alone.
DROP INDEX task_due;
CREATE INDEX task_due ON task (province_id, current_last_day, id)
  INCLUDE (current_done_on, current_withdrawn_on, withdrawn_on, general) WHERE joined_to IS NULL;

-- The tables that hang on tasks, each with the column by which it does: of several, the nearest to the task. What is said
-- of a task from outside (a finding, an answer, a refusal) stays where it was said.
CREATE FUNCTION task_tables() RETURNS TABLE (name text, by_column text) LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT c.relname::text, (array_agg(a.attname::text ORDER BY array_position(
           ARRAY['task_id', 'occurrence_id', 'duty_id', 'report_id'], a.attname::text)))[1]
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
     AND a.attname IN ('task_id', 'occurrence_id', 'duty_id', 'report_id')
     AND c.relname NOT IN ('finding', 'lineage_refusal', 'task_question_answer', 'task_join')
   GROUP BY c.relname ORDER BY 1
$$;

-- The ids by which rows hang on tasks, for a column of `task_tables`.
CREATE FUNCTION ids_of_tasks(tasks uuid[], by_column text) RETURNS uuid[] LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT CASE by_column
    WHEN 'task_id' THEN tasks
    WHEN 'occurrence_id' THEN ARRAY(SELECT o.id FROM occurrence o
                                     WHERE o.province_id = p.id AND o.task_id = ANY (tasks))
    WHEN 'duty_id' THEN ARRAY(SELECT d.id FROM duty d WHERE d.province_id = p.id AND d.task_id = ANY (tasks))
    ELSE ARRAY(SELECT r.id FROM duty d JOIN report r ON r.province_id = p.id AND r.duty_id = d.id
                WHERE d.province_id = p.id AND d.task_id = ANY (tasks)) END
    FROM (SELECT nullif(current_setting('app.province', true), '')::int) p (id)
$$;

-- All rows of tasks, by table. Instants are written in one zone, so that equal rows are equal texts.
CREATE FUNCTION rows_of_tasks(tasks uuid[]) RETURNS jsonb LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
  found jsonb;
  hung record;
  found_rows jsonb;
BEGIN
  SELECT jsonb_build_object('task', jsonb_agg(to_jsonb(t) - 'search' ORDER BY t.id)) INTO found
    FROM task t WHERE t.province_id = province AND t.id = ANY (tasks);
  FOR hung IN SELECT * FROM task_tables() LOOP
    EXECUTE format($q$SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY to_jsonb(r)), '[]')
                        FROM %I r WHERE r.province_id = $1 AND r.%I = ANY ($2)$q$, hung.name, hung.by_column)
       INTO found_rows USING province, ids_of_tasks(tasks, hung.by_column);
    found := found || jsonb_build_object(hung.name, found_rows);
  END LOOP;
  RETURN found;
END
$$;

-- What somebody did to tasks shows in this; that they were urged does not.
CREATE FUNCTION digest_of_tasks(tasks uuid[]) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT md5((rows_of_tasks(tasks) - 'urging')::text)
$$;

-- Hangs all that hangs on one row by a column on another. A step of urging that was taken of both is one, and reports
-- count on behind those that are there.
CREATE FUNCTION hang_on(col text, gone uuid, kept uuid) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
  hung text;
BEGIN
  IF col = 'duty_id' THEN
    DELETE FROM urging g USING urging k
     WHERE g.province_id = province AND g.duty_id = gone AND k.province_id = province AND k.duty_id = kept
       AND (k.last_day, k.kind, k.days) = (g.last_day, g.kind, g.days);
    UPDATE report r SET number = r.number + m.most
      FROM (SELECT coalesce(max(number), 0) AS most FROM report WHERE province_id = province AND duty_id = kept) m
     WHERE r.province_id = province AND r.duty_id = gone;
  END IF;
  FOR hung IN SELECT t.name FROM task_tables() t JOIN pg_attribute a ON a.attrelid = t.name::regclass
               WHERE a.attname = col AND t.name NOT IN ('task_addressee', 'task_party', 'task_assignment') LOOP
    EXECUTE format('UPDATE %1$I SET %2$I = $3 WHERE province_id = $1 AND %2$I = $2', hung, col)
      USING province, gone, kept;
  END LOOP;
END
$$;

-- Hangs what hangs on a task on another, keeping all rows as they were. `met` names duties and occurrences of the one that
-- are the same as some of the other: {"duties": [{"gone", "kept"}], "occurrences": […]}. Words, days and what stands of
-- duties are written by the program, which then calls `join_finished`.
CREATE FUNCTION join_tasks(join_id uuid, gone uuid, kept uuid, met jsonb, because uuid, joined_at timestamptz,
                           joined_by text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
  pair record;
BEGIN
  INSERT INTO task_join (province_id, id, task_id, into_task, document_id, at, who, before)
  VALUES (province, join_id, gone, kept, because, joined_at, joined_by, rows_of_tasks(ARRAY[gone, kept]));
  FOR pair IN SELECT d.gone, d.kept FROM jsonb_to_recordset(met -> 'duties') d (gone uuid, kept uuid) LOOP
    PERFORM hang_on('duty_id', pair.gone, pair.kept);
    DELETE FROM duty WHERE province_id = province AND id = pair.gone;
  END LOOP;
  FOR pair IN SELECT o.gone, o.kept FROM jsonb_to_recordset(met -> 'occurrences') o (gone uuid, kept uuid) LOOP
    PERFORM hang_on('occurrence_id', pair.gone, pair.kept);
    DELETE FROM occurrence WHERE province_id = province AND id = pair.gone;
  END LOOP;
  UPDATE task_directive SET joined_from = gone
   WHERE province_id = province AND task_id = gone AND joined_from IS NULL;
  PERFORM hang_on('task_id', gone, kept);
  UPDATE task SET joined_to = kept, version = version + 1 WHERE province_id = province AND id = gone;
  PERFORM refresh_current_occurrence(province, ARRAY[gone, kept]);
END
$$;

-- Notes how a join left both tasks, once, in the transaction that joined them.
CREATE FUNCTION join_finished(join_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE task_join SET after = digest_of_tasks(ARRAY[task_id, into_task])
   WHERE province_id = nullif(current_setting('app.province', true), '')::int AND id = join_id AND after IS NULL
$$;

-- Brings the rows of a table that hang on tasks back to what they were, in one of three steps: rows that are gone stand
-- again ('add'), those that were altered are as they were ('alter'), those that were not there go ('remove').
CREATE FUNCTION bring_back(step text, hung text, by_column text, tasks uuid[], before jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  same text;
  all_columns text;
  altered text;
BEGIN
  SELECT string_agg(format('t.%1$I = w.%1$I', a.attname), ' AND ') INTO same
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
   WHERE i.indrelid = hung::regclass AND i.indisprimary;
  SELECT string_agg(quote_ident(a.attname), ', '),
         string_agg(format(CASE a.attname WHEN 'version' THEN '%1$I = t.version + 1' ELSE '%1$I = w.%1$I' END,
                           a.attname), ', ')
    INTO all_columns, altered
    FROM pg_attribute a
   WHERE a.attrelid = hung::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
  IF step = 'add' THEN
    EXECUTE format($q$INSERT INTO %1$I (%2$s) SELECT %2$s FROM jsonb_populate_recordset(NULL::%1$I, $1) w
                       WHERE NOT EXISTS (SELECT FROM %1$I t WHERE %3$s)$q$, hung, all_columns, same) USING before;
  ELSIF step = 'alter' THEN
    EXECUTE format($q$UPDATE %1$I t SET %2$s FROM jsonb_populate_recordset(NULL::%1$I, $1) w
                       WHERE %3$s AND to_jsonb(t) - '{search,version}'::text[] <> to_jsonb(w) - '{search,version}'::text[]$q$,
                   hung, altered, same) USING before;
  ELSE
    EXECUTE format($q$DELETE FROM %1$I t WHERE t.%2$I = ANY ($2)
                         AND NOT EXISTS (SELECT FROM jsonb_populate_recordset(NULL::%1$I, $1) w WHERE %3$s)$q$,
                   hung, by_column, same) USING before, ids_of_tasks(tasks, by_column);
  END IF;
END
$$;

-- Takes a join back: both tasks and all that hangs on them are as they were. False, and nothing happens, when anything
-- was done to either since: it could not be said to which of them that belongs.
CREATE FUNCTION part_tasks(join_id uuid) RETURNS boolean
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

REVOKE EXECUTE ON FUNCTION task_tables(), ids_of_tasks(uuid[], text), rows_of_tasks(uuid[]), digest_of_tasks(uuid[]),
  hang_on(text, uuid, uuid), bring_back(text, text, text, uuid[], jsonb),
  join_tasks(uuid, uuid, uuid, jsonb, uuid, timestamptz, text), join_finished(uuid), part_tasks(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION join_tasks(uuid, uuid, uuid, jsonb, uuid, timestamptz, text), join_finished(uuid),
  part_tasks(uuid) TO sauro_rows;
