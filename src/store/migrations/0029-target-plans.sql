-- Plans of targets: what is to be reached in a period, by all units together or by one of them. Targets stand in the task.

CREATE TABLE target_plan (
  province_id integer          NOT NULL,
  id          uuid             NOT NULL,
  task_id     uuid             NOT NULL,
  -- The measure of the target, folded, with its year where it has one.
  target      text             NOT NULL,
  -- Null: all units together.
  unit_id     uuid,
  -- A year, or the years that a target spans: "2026", "2026-2030".
  period      text             NOT NULL,
  -- In the measure of the target.
  value       double precision NOT NULL,
  -- The act that sets it, by its number.
  document    text,
  set_at      timestamptz      NOT NULL,
  set_by      text             NOT NULL,
  version     integer          NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, id),
  UNIQUE NULLS NOT DISTINCT (province_id, task_id, target, period, unit_id),
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id),
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id)
);

-- The tasks whose figures another act sets: their plans are asked for each year.
CREATE INDEX task_external_target ON task (province_id, id) WHERE targets @> '[{"op": "external"}]';
-- What was joined to a task tells of its targets too.
CREATE INDEX task_joined_to ON task (province_id, joined_to) WHERE joined_to IS NOT NULL;

SELECT guard_province('target_plan');
