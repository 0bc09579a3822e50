-- Lineage: the directives by which a task was given, again and otherwise, as one chain of dated notes.

-- The day of the meeting that a document tells of, where no day is printed on it.
ALTER TABLE document ADD COLUMN meeting_on date;
-- The day that was set first, where a later directive set another.
ALTER TABLE occurrence ADD COLUMN first_due_on date;
-- The task that this one was joined to: the two were one.
ALTER TABLE task ADD COLUMN joined_to uuid;
ALTER TABLE task ADD FOREIGN KEY (province_id, joined_to) REFERENCES task (province_id, id);

-- "linked": the finding gives a task again that the register has.
ALTER TABLE finding DROP CONSTRAINT finding_decision_check;
ALTER TABLE finding ADD CONSTRAINT finding_decision_check
  CHECK (decision IN ('accepted', 'general', 'dropped', 'split', 'merged', 'linked'));

CREATE TABLE task_directive (
  province_id     integer NOT NULL,
  id              uuid    NOT NULL,
  task_id         uuid    NOT NULL,
  kind            text    NOT NULL CHECK (kind IN ('first', 'repeats', 'hastens', 'amends', 'replaces', 'withdraws',
                                                   'follows', 'plan', 'submission', 'issue', 'order', 'report')),
  -- The document of the register in which it stands; null for a paper that is known by its number alone.
  document_id     uuid,
  document_number text,
  finding_id      uuid,
  given_on        date,
  due_on          date,
  strictly_before boolean NOT NULL DEFAULT false,
  words           text    NOT NULL,
  places          jsonb   NOT NULL DEFAULT '[]',
  -- What the link changed of the task, as it was: by it the link is taken back.
  before          jsonb,
  -- The task whose directive it was, before the two were joined.
  joined_from     uuid,
  confirmed_at    timestamptz NOT NULL,
  confirmed_by    text    NOT NULL,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, finding_id) REFERENCES finding (province_id, id) ON DELETE CASCADE
);
CREATE INDEX task_directive_task ON task_directive (province_id, task_id, given_on);
CREATE INDEX task_directive_document ON task_directive (province_id, document_id);
CREATE INDEX task_directive_finding ON task_directive (province_id, finding_id);

-- Links that a person looked at and found wrong: they are not proposed again.
CREATE TABLE lineage_refusal (
  province_id integer     NOT NULL,
  document_id uuid        NOT NULL,
  -- The finding for which the link was proposed, or the document where it was proposed for the whole.
  subject_id  uuid        NOT NULL,
  task_id     uuid        NOT NULL,
  at          timestamptz NOT NULL,
  who         text        NOT NULL,
  PRIMARY KEY (province_id, subject_id, task_id),
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id) ON DELETE CASCADE
);

-- What a person answered where a document raises a question about a task: it replaces the document of the task, or it is
-- the plan in which the task has no row.
CREATE TABLE task_question_answer (
  province_id integer     NOT NULL,
  document_id uuid        NOT NULL,
  task_id     uuid        NOT NULL,
  question    text        NOT NULL CHECK (question IN ('replaced', 'droppedOut')),
  answer      text        NOT NULL CHECK (answer IN ('kept', 'carriedOver', 'withdrawn')),
  -- The task to which it was carried over.
  into_task   uuid,
  reason      text,
  at          timestamptz NOT NULL,
  who         text        NOT NULL,
  PRIMARY KEY (province_id, document_id, task_id, question),
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, into_task) REFERENCES task (province_id, id) ON DELETE CASCADE
);

SELECT guard_province('task_directive', 'lineage_refusal', 'task_question_answer');

-- Every task has its first directive, those of before too.
ALTER TABLE task NO FORCE ROW LEVEL SECURITY;
ALTER TABLE finding NO FORCE ROW LEVEL SECURITY;
ALTER TABLE task_directive NO FORCE ROW LEVEL SECURITY;
INSERT INTO task_directive (province_id, id, task_id, kind, document_id, finding_id, given_on, due_on, strictly_before,
                            words, places, confirmed_at, confirmed_by)
SELECT t.province_id, gen_random_uuid(), t.id, 'first', t.document_id, f.id, t.assigned_on,
       CASE WHEN t.schedule_kind = 'once' THEN (t.schedule ->> 'to')::date END,
       coalesce((t.schedule ->> 'strictlyBefore')::boolean, false), t.content, t.sources, t.accepted_at, t.accepted_by
  FROM task t
  LEFT JOIN LATERAL (SELECT id FROM finding WHERE province_id = t.province_id AND task_id = t.id
                      ORDER BY position LIMIT 1) f ON true;
ALTER TABLE task FORCE ROW LEVEL SECURITY;
ALTER TABLE finding FORCE ROW LEVEL SECURITY;
ALTER TABLE task_directive FORCE ROW LEVEL SECURITY;
