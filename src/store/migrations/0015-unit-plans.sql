-- Parts in tasks whose unit was split after the split had been made: a person says which heir takes each. Until then the
-- heir that takes the rest holds it, so that nobody's work is out of sight.
ALTER TABLE task_party ADD COLUMN to_choose boolean NOT NULL DEFAULT false;
CREATE INDEX task_party_to_choose ON task_party (province_id, task_id) WHERE to_choose;

-- Changes of the tree that are decided and take effect on a day to come. One that took effect is a change of the tree,
-- one that was cancelled is in the history; here stand those that are to come, and those that could not be made.
CREATE TABLE unit_plan (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  id          uuid        NOT NULL,
  -- The first day of what is new.
  on_day      date        NOT NULL,
  -- The change as it was asked for.
  wish        jsonb       NOT NULL,
  -- Units that are there and that it names.
  units       jsonb       NOT NULL,
  document    text,
  note        text,
  at          timestamptz NOT NULL,
  who         text        NOT NULL,
  -- Why it could not be made on its day: the failure with its code.
  failure     jsonb,
  PRIMARY KEY (province_id, id)
);
CREATE INDEX unit_plan_day ON unit_plan (province_id, on_day);
SELECT guard_province('unit_plan');
