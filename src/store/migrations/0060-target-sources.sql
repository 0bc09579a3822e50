-- The register of cooperation from whose records a target is counted, in place of what units report.

CREATE TABLE target_source (
  province_id integer     NOT NULL,
  id          uuid        NOT NULL,
  task_id     uuid        NOT NULL,
  -- The measure of the target, folded, with its year where it has one.
  target      text        NOT NULL,
  register    text        NOT NULL,
  -- What the register is narrowed to, as its addresses hold it.
  "where"     text        NOT NULL,
  -- Its field of days.
  day         text        NOT NULL,
  -- Only what one unit enters; null: whoever enters it.
  owner_id    uuid,
  -- The field that is added up; null: records are counted.
  summed      text,
  set_at      timestamptz NOT NULL,
  set_by      text        NOT NULL,
  version     integer     NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, task_id, target),
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id),
  FOREIGN KEY (province_id, owner_id) REFERENCES unit (province_id, id)
);

SELECT guard_province('target_source');
