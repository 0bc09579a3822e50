-- Plans that units make of their own for the tasks that a document gives them.

-- A document of the register is the plan of a unit for another document.
CREATE TABLE own_plan (
  province_id integer     NOT NULL,
  document_id uuid        NOT NULL,
  unit_id     uuid        NOT NULL,
  parent_id   uuid        NOT NULL,
  noted_at    timestamptz NOT NULL,
  noted_by    text        NOT NULL,
  PRIMARY KEY (province_id, document_id),
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, parent_id) REFERENCES document (province_id, id),
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id)
);
CREATE INDEX own_plan_parent ON own_plan (province_id, parent_id, unit_id);

-- Whether a task of a document asks its leads for such a plan, as a person said.
CREATE TABLE own_plan_order (
  province_id integer     NOT NULL,
  task_id     uuid        NOT NULL,
  asks        boolean     NOT NULL,
  said_at     timestamptz NOT NULL,
  said_by     text        NOT NULL,
  PRIMARY KEY (province_id, task_id),
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id) ON DELETE CASCADE
);

-- A row of such a plan is the unit's own step under the parent task: it gives nothing and makes no duty.
ALTER TABLE task_directive DROP CONSTRAINT task_directive_kind_check;
ALTER TABLE task_directive ADD CONSTRAINT task_directive_kind_check
  CHECK (kind IN ('first', 'repeats', 'hastens', 'amends', 'replaces', 'withdraws', 'follows', 'plan', 'step',
                  'submission', 'issue', 'order', 'report'));
CREATE INDEX task_directive_step ON task_directive (province_id, document_id, task_id) WHERE kind = 'step';

SELECT guard_province('own_plan', 'own_plan_order');
