-- Obstacles that units meet and changes that they propose, and what was decided of them.

CREATE TABLE change_proposal (
  province_id integer     NOT NULL,
  id          uuid        NOT NULL,
  duty_id     uuid        NOT NULL,
  task_id     uuid        NOT NULL,
  kind        text        NOT NULL CHECK (kind IN ('obstacle', 'change')),
  text        text        NOT NULL,
  written_at  timestamptz NOT NULL,
  written_by  text        NOT NULL,
  -- Decided: the task was amended, it stays as it is with a reason, or the focal body took note.
  outcome     text        CHECK (outcome IN ('amended', 'refused', 'noted')),
  decided_at  timestamptz,
  decided_by  text,
  -- The deciding document by number and day, or the words written by hand on the submission.
  document    text,
  document_on date,
  note        text,
  -- Of an amendment: the fields of the task as they were and as they became, and the version that it left.
  before      jsonb,
  after       jsonb,
  task_version integer,
  version     integer     NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, duty_id) REFERENCES duty (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id) ON DELETE CASCADE
);
CREATE INDEX change_proposal_open ON change_proposal (province_id, written_at DESC, id) WHERE outcome IS NULL;
CREATE INDEX change_proposal_duty ON change_proposal (province_id, duty_id);
CREATE INDEX change_proposal_decided ON change_proposal (province_id, decided_at DESC, id) WHERE outcome IS NOT NULL;

SELECT guard_province('change_proposal');
