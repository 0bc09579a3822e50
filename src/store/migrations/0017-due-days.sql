-- What is due when is counted by the program, by the settings of the province, and kept with what it stands on.

ALTER TABLE occurrence ALTER COLUMN last_day DROP EXPRESSION;
ALTER TABLE occurrence ADD COLUMN due_basis text
  CHECK (due_basis IN ('written', 'window', 'period', 'year', 'cutOff', 'term'));
ALTER TABLE province_setting
  -- Whether "trước ngày" is still in time on the day itself.
  ADD COLUMN strict_before_counts boolean NOT NULL DEFAULT false,
  -- "MM-DD": by when yearly tasks that name no day are due; null: the end of the year.
  ADD COLUMN yearly_cut_off text CHECK (yearly_cut_off ~ '^\d{2}-\d{2}$');

-- Of those that stand, what the cut-off asks for: the ends of years of tasks that come yearly and name no day.
DO $$
DECLARE
  number integer;
BEGIN
  FOR number IN SELECT id FROM reference.province LOOP
    PERFORM set_config('app.province', number::text, true);
    UPDATE occurrence o SET due_basis = CASE
        WHEN o.key ~ '^\d{4}(/\d{4})?$' AND to_char(o.due_on, 'MM-DD') = '12-31' AND t.schedule @?
          '$.** ? (@.kind == "recurring" && @.every like_regex "^P[0-9]+Y$" && !exists(@.window) && !exists(@.due))'
        THEN 'year' ELSE 'written' END
      FROM task t
     WHERE o.province_id = number AND o.due_on IS NOT NULL AND t.province_id = number AND t.id = o.task_id;
  END LOOP;
  PERFORM set_config('app.province', '', true);
END
$$;

ALTER TABLE occurrence ADD CHECK ((due_on IS NULL) = (last_day IS NULL) AND (due_on IS NULL) = (due_basis IS NULL));
