-- A report that waits for the head of its unit stands beside the duty: its unit is not silent.
ALTER TABLE duty ADD COLUMN unapproved_on date;

DO $$
DECLARE
  number integer;
BEGIN
  FOR number IN SELECT id FROM reference.province LOOP
    PERFORM set_config('app.province', number::text, true);
    UPDATE duty d SET unapproved_on = (r.written_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
      FROM (SELECT DISTINCT ON (duty_id) duty_id, written_at, approved_on FROM report
             WHERE province_id = number ORDER BY duty_id, report.number DESC) r
     WHERE d.province_id = number AND d.id = r.duty_id AND r.approved_on IS NULL;
  END LOOP;
  PERFORM set_config('app.province', '', true);
END
$$;

-- With all that a state is made of, so that lists and counts by state read the index alone.
DROP INDEX duty_holder;
DROP INDEX duty_due;
CREATE INDEX duty_holder ON duty (province_id, holder_id, last_day, id)
  INCLUDE (owed, reported_on, unapproved_on, submitted_on, sent_back_on, confirmed_on, withdrawn_on);
CREATE INDEX duty_due ON duty (province_id, last_day, id)
  INCLUDE (holder_id, task_id, owed, reported_on, unapproved_on, submitted_on, sent_back_on, confirmed_on, withdrawn_on);
