-- The figures of the country: a roll-up of all duties, kept in step by the program beside its other jobs. It stands in no
-- province, so no province's rows are opened for it: the program's login can neither read nor write it, but by two
-- functions, of which one rebuilds what is of the open province, and the other answers only those who may read it.

CREATE TABLE reference.duty_rollup (
  province_id integer    NOT NULL REFERENCES reference.province (id),
  -- The kind of unit that owes, and the group of the task; "": none.
  kind        text       NOT NULL,
  group_title text       NOT NULL,
  -- The first and the last day of the month in which the last day lies; null: no deadline.
  month       date,
  month_end   date,
  -- The unit has to act; it has submitted, and nobody has confirmed.
  waiting     integer    NOT NULL,
  submitted   integer    NOT NULL,
  -- Of those that are owed, by the latest facts: late once their day has passed, of these nothing was said, not even to the
  -- head of the unit; all that are not withdrawn; those submitted, or confirmed without it, on the last day at the latest.
  late        integer    NOT NULL,
  silent      integer    NOT NULL,
  standing    integer    NOT NULL,
  in_time     integer    NOT NULL,
  -- The same by the days of the month that any has, so that a day within it can be judged.
  days            smallint[] NOT NULL,
  late_by_day     integer[]  NOT NULL,
  silent_by_day   integer[]  NOT NULL,
  standing_by_day integer[]  NOT NULL,
  in_time_by_day  integer[]  NOT NULL
);
CREATE INDEX duty_rollup_month ON reference.duty_rollup (province_id, month);

-- What of a province must be counted anew: a month (null: duties without a deadline), or everything.
CREATE TABLE reference.duty_mark (
  province_id integer NOT NULL REFERENCES reference.province (id),
  month       date,
  whole       boolean NOT NULL
);
CREATE INDEX duty_mark_province ON reference.duty_mark (province_id);
-- The day before which what fell due in a province is never late, as it has set it.
CREATE TABLE reference.duty_start (
  province_id integer PRIMARY KEY REFERENCES reference.province (id),
  start_day   date
);
REVOKE ALL ON reference.duty_rollup, reference.duty_mark, reference.duty_start FROM sauro_rows;

-- Who may read the figures of the country; the owner's login alone says who.
CREATE TABLE accounts.country_readers (
  user_id  text        PRIMARY KEY REFERENCES accounts.users (id) ON DELETE CASCADE,
  since    timestamptz NOT NULL
);
REVOKE INSERT, UPDATE, DELETE ON accounts.country_readers FROM sauro_rows;

-- Marks are written with the change, by whatever changes duties.
CREATE FUNCTION reference.mark_new_duties() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = reference, pg_temp AS $$
BEGIN
  INSERT INTO duty_mark SELECT DISTINCT province_id, date_trunc('month', last_day::timestamp)::date, false FROM new_rows;
  RETURN NULL;
END
$$;
CREATE FUNCTION reference.mark_old_duties() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = reference, pg_temp AS $$
BEGIN
  INSERT INTO duty_mark SELECT DISTINCT province_id, date_trunc('month', last_day::timestamp)::date, false FROM old_rows;
  RETURN NULL;
END
$$;
CREATE FUNCTION reference.mark_province() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = reference, pg_temp AS $$
BEGIN
  INSERT INTO duty_mark VALUES (NEW.province_id, NULL, true);
  RETURN NULL;
END
$$;
CREATE FUNCTION reference.note_start_day() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = reference, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM duty_start WHERE province_id = OLD.province_id;
  ELSE
    INSERT INTO duty_start VALUES (NEW.province_id, NEW.start_day)
      ON CONFLICT (province_id) DO UPDATE SET start_day = EXCLUDED.start_day;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER start_day_noted AFTER INSERT OR UPDATE OF start_day OR DELETE ON province_setting
  FOR EACH ROW EXECUTE FUNCTION reference.note_start_day();
CREATE TRIGGER duty_inserted AFTER INSERT ON duty REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION reference.mark_new_duties();
CREATE TRIGGER duty_updated_to AFTER UPDATE ON duty REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION reference.mark_new_duties();
CREATE TRIGGER duty_updated_from AFTER UPDATE ON duty REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION reference.mark_old_duties();
CREATE TRIGGER duty_deleted AFTER DELETE ON duty REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION reference.mark_old_duties();
CREATE TRIGGER task_regrouped AFTER UPDATE OF group_title ON task
  FOR EACH ROW WHEN (OLD.group_title IS DISTINCT FROM NEW.group_title) EXECUTE FUNCTION reference.mark_province();
CREATE TRIGGER unit_changed_kind AFTER UPDATE OF kind ON unit
  FOR EACH ROW WHEN (OLD.kind <> NEW.kind) EXECUTE FUNCTION reference.mark_province();

-- The provinces that have marks.
CREATE FUNCTION reference.marked_provinces() RETURNS SETOF integer
LANGUAGE sql SECURITY DEFINER STABLE SET search_path = reference, pg_temp AS $$
  SELECT DISTINCT province_id FROM duty_mark ORDER BY 1
$$;

-- Counts anew what is marked of the open province; gives how many marks that took. One at a time for each province.
CREATE FUNCTION reference.keep_duty_rollup() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = reference, public, pg_temp AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
  months date[];
  everything boolean;
  undated boolean;
  marks integer;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('duty_rollup'), province) THEN
    RETURN 0;
  END IF;
  WITH taken AS (DELETE FROM duty_mark m WHERE m.province_id = province RETURNING m.month, m.whole)
  SELECT count(*), coalesce(bool_or(whole), false), coalesce(bool_or(month IS NULL), false),
         coalesce(array_agg(DISTINCT month) FILTER (WHERE month IS NOT NULL), '{}')
    INTO marks, everything, undated, months FROM taken;
  IF marks = 0 THEN
    RETURN 0;
  END IF;
  DELETE FROM duty_rollup r
   WHERE r.province_id = province AND (everything OR r.month = ANY (months) OR undated AND r.month IS NULL);
  INSERT INTO duty_rollup
  SELECT province, kind, title, month, (month + interval '1 month')::date - 1,
         sum(waiting), sum(submitted), sum(late), sum(silent), sum(standing), sum(in_time),
         array_agg(day ORDER BY day), array_agg(late ORDER BY day), array_agg(silent ORDER BY day),
         array_agg(standing ORDER BY day), array_agg(in_time ORDER BY day)
    FROM (SELECT h.kind, coalesce(t.group_title, '') AS title,
                 date_trunc('month', d.last_day::timestamp)::date AS month,
                 coalesce(extract(day FROM d.last_day), 0)::smallint AS day,
                 count(*) FILTER (WHERE d.owed AND is_open AND d.submitted_on IS NULL)::integer AS waiting,
                 count(*) FILTER (WHERE is_open AND d.submitted_on IS NOT NULL)::integer AS submitted,
                 count(*) FILTER (WHERE d.owed AND is_open AND d.submitted_on IS NULL
                                    AND d.sent_back_on IS NULL)::integer AS late,
                 count(*) FILTER (WHERE d.owed AND is_open AND d.submitted_on IS NULL AND d.sent_back_on IS NULL
                                    AND coalesce(d.reported_on, d.unapproved_on) IS NULL)::integer AS silent,
                 count(*) FILTER (WHERE d.owed AND d.withdrawn_on IS NULL)::integer AS standing,
                 count(*) FILTER (WHERE d.owed AND d.withdrawn_on IS NULL
                                    AND coalesce(d.submitted_on, d.confirmed_on) <= d.last_day)::integer AS in_time
            FROM duty d
            CROSS JOIN LATERAL (SELECT d.confirmed_on IS NULL AND d.withdrawn_on IS NULL AS is_open) o
            JOIN unit h ON h.province_id = d.province_id AND h.id = d.holder_id
            JOIN task t ON t.province_id = d.province_id AND t.id = d.task_id
           WHERE d.province_id = province
             AND (everything
                  OR d.last_day >= (SELECT min(m) FROM unnest(months) m)
                     AND d.last_day < (SELECT max(m) FROM unnest(months) m) + interval '1 month'
                     AND date_trunc('month', d.last_day::timestamp)::date = ANY (months)
                  OR undated AND d.last_day IS NULL)
           GROUP BY 1, 2, 3, 4) each_day
   GROUP BY kind, title, month;
  RETURN marks;
END
$$;

CREATE FUNCTION reference.reads_country(reader text) RETURNS boolean
LANGUAGE sql SECURITY DEFINER STABLE SET search_path = accounts, pg_temp AS $$
  SELECT EXISTS (SELECT FROM country_readers WHERE user_id = reader)
$$;

-- The figures of the country on a day, for who may read them: nobody else gets a row. A row is of a province and a kind of
-- unit (month and group null), of a province and a month, or of a group.
CREATE FUNCTION reference.country_figures(reader text, today date, only_group text)
RETURNS TABLE (province integer, kind text, month date, group_title text, waiting bigint, late bigint, silent bigint,
               submitted bigint, due bigint, in_time bigint, since date)
LANGUAGE sql SECURITY DEFINER STABLE SET search_path = reference, pg_temp AS $$
  SELECT r.province_id, r.kind, r.month, r.group_title, sum(r.waiting), sum(r.late), sum(r.silent), sum(r.submitted),
         sum(r.due), sum(r.in_time), min(r.month) FILTER (WHERE r.late > 0)
    FROM (SELECT d.province_id, d.kind, d.month, d.group_title, d.waiting, d.submitted,
                 CASE d.passed WHEN 'all' THEN d.late WHEN 'some' THEN p.late ELSE 0 END AS late,
                 CASE d.passed WHEN 'all' THEN d.silent WHEN 'some' THEN p.silent ELSE 0 END AS silent,
                 CASE d.passed WHEN 'all' THEN d.standing WHEN 'some' THEN p.standing ELSE 0 END AS due,
                 CASE d.passed WHEN 'all' THEN d.in_time WHEN 'some' THEN p.in_time ELSE 0 END AS in_time
            FROM (SELECT m.*, s.start_day,
                         CASE WHEN m.month IS NULL OR m.month >= country_figures.today OR m.month_end < s.start_day THEN 'none'
                              WHEN m.month_end < country_figures.today AND (s.start_day IS NULL OR m.month >= s.start_day) THEN 'all'
                              ELSE 'some' END AS passed
                    FROM duty_rollup m LEFT JOIN duty_start s ON s.province_id = m.province_id
                   WHERE only_group IS NULL OR m.group_title = only_group OFFSET 0) d
            LEFT JOIN LATERAL (
              SELECT sum(w.late) AS late, sum(w.silent) AS silent, sum(w.standing) AS standing, sum(w.in_time) AS in_time
                FROM unnest(d.days, d.late_by_day, d.silent_by_day, d.standing_by_day, d.in_time_by_day)
                       w (day, late, silent, standing, in_time)
               WHERE d.passed = 'some' AND d.month + w.day - 1 < country_figures.today
                 AND (d.start_day IS NULL OR d.month + w.day - 1 >= d.start_day)) p ON true) r
   WHERE reads_country(country_figures.reader)
   GROUP BY GROUPING SETS ((r.province_id, r.kind), (r.province_id, r.month), (r.group_title))
$$;

-- What stands already is counted by the first pass.
INSERT INTO reference.duty_mark SELECT id, NULL, true FROM reference.province;
DO $$
DECLARE
  number integer;
BEGIN
  FOR number IN SELECT id FROM reference.province LOOP
    PERFORM set_config('app.province', number::text, true);
    INSERT INTO reference.duty_start SELECT province_id, start_day FROM province_setting WHERE province_id = number;
  END LOOP;
  PERFORM set_config('app.province', '', true);
END
$$;
