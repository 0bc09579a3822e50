-- Duties: each lead unit's part of a task in one occurrence, with its reports, their proofs and its dated facts. What a
-- duty is on a day follows from the columns beside it; `duty_fact` has all, and from it they can be built again.

CREATE TABLE duty (
  province_id   integer  NOT NULL REFERENCES reference.province (id),
  id            uuid     NOT NULL,
  task_id       uuid     NOT NULL,
  occurrence_id uuid     NOT NULL,
  -- As the document gave it, and who owes it today.
  unit_id       uuid     NOT NULL,
  holder_id     uuid     NOT NULL,
  -- False: the province can only ask it of the unit ("đề nghị"); never late, never ranked.
  owed          boolean  NOT NULL,
  -- Where several lead, the one that answers for the whole; null: nobody has said.
  answers       boolean,
  starts_on     date,
  -- As it was first given, as documents gave it last, and as it is after more time was given.
  first_due_on  date,
  given_due_on  date,
  due_on        date,
  last_day      date,
  -- The latest fact of each kind; taken back, it is null again.
  reported_on   date,
  submitted_on  date,
  sent_back_on  date,
  recorded_on   date,
  confirmed_on  date,
  withdrawn_on  date,
  -- A request for more time that nobody has decided.
  asked_on      date,
  extensions    smallint NOT NULL DEFAULT 0,
  -- Where the file lies after the unit has submitted, and since when.
  step          text     CHECK (step IN ('office', 'meeting', 'committeeParty', 'provinceParty', 'issued')),
  step_on       date,
  product       text,
  version       integer  NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, occurrence_id, unit_id),
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, occurrence_id) REFERENCES occurrence (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id),
  FOREIGN KEY (province_id, holder_id) REFERENCES unit (province_id, id)
);
CREATE INDEX duty_task ON duty (province_id, task_id);
-- With all that a state is made of, so that lists and counts by state read the index alone.
CREATE INDEX duty_holder ON duty (province_id, holder_id, last_day, id)
  INCLUDE (owed, reported_on, submitted_on, sent_back_on, confirmed_on, withdrawn_on);
CREATE INDEX duty_due ON duty (province_id, last_day, id)
  INCLUDE (holder_id, owed, reported_on, submitted_on, sent_back_on, confirmed_on, withdrawn_on);

-- What a unit says of its duty, in versions: a change after the approval is a new version, which needs its own.
CREATE TABLE report (
  province_id  integer     NOT NULL,
  id           uuid        NOT NULL,
  duty_id      uuid        NOT NULL,
  -- Counts within its duty, from 1.
  number       integer     NOT NULL,
  text         text        NOT NULL,
  -- The unit says that the product is there.
  claims_done  boolean     NOT NULL,
  -- "Không phát sinh": nothing happened that there is to report.
  nothing      boolean     NOT NULL,
  -- Measured values as they were typed and understood.
  measured     jsonb       NOT NULL DEFAULT '[]',
  written_at   timestamptz NOT NULL,
  written_by   text        NOT NULL,
  approved_on  date,
  approved_by  text,
  -- The signed document that came back and stands for the approval.
  signed_number text,
  signed_on    date,
  version      integer     NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, duty_id, number),
  FOREIGN KEY (province_id, duty_id) REFERENCES duty (province_id, id)
);

-- What proves a report: a document by its number, a file, a link, a record of a register.
CREATE TABLE report_proof (
  province_id integer  NOT NULL,
  id          uuid     NOT NULL,
  report_id   uuid     NOT NULL,
  position    smallint NOT NULL,
  kind        text     NOT NULL CHECK (kind IN ('document', 'file', 'link', 'record')),
  -- The number of the document, the address of the link, the record's id, or the name of the file.
  reference   text     NOT NULL,
  title       text,
  issued_on   date,
  sha256      text,
  size        bigint,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, report_id) REFERENCES report (province_id, id)
);
CREATE INDEX report_proof_of ON report_proof (province_id, report_id, position);
CREATE INDEX report_proof_file ON report_proof (province_id, sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX report_proof_reference ON report_proof (province_id, kind, reference);

CREATE TABLE duty_fact (
  province_id integer     NOT NULL,
  id          uuid        NOT NULL,
  duty_id     uuid        NOT NULL,
  kind        text        NOT NULL CHECK (kind IN (
    'reported', 'submitted', 'sentBack', 'recorded', 'confirmed', 'reopened', 'withdrawn',
    'asked', 'extended', 'refused', 'moved', 'stepped')),
  on_day      date        NOT NULL,
  -- The new day, of "asked", "extended" and "moved".
  due_on      date,
  last_day    date,
  report_id   uuid,
  -- The document that it rests on, by its number.
  document    text,
  step        text        CHECK (step IN ('office', 'meeting', 'committeeParty', 'provinceParty', 'issued')),
  product     text,
  note        text,
  -- Recorded of the whole occurrence at once, not of this duty alone.
  whole       boolean     NOT NULL DEFAULT false,
  at          timestamptz NOT NULL,
  who         text        NOT NULL,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, duty_id) REFERENCES duty (province_id, id),
  FOREIGN KEY (province_id, report_id) REFERENCES report (province_id, id)
);
CREATE INDEX duty_fact_of ON duty_fact (province_id, duty_id, at);
REVOKE UPDATE, DELETE ON duty_fact FROM sauro_rows;

-- The focal body may confirm completion when the assigning authority has delegated it, by a dated document.
ALTER TABLE province_setting
  ADD COLUMN confirming_document text,
  ADD COLUMN confirming_from date,
  -- How often more time may be given for one duty; null: no limit is set.
  ADD COLUMN extension_limit smallint CHECK (extension_limit >= 0),
  -- "Không phát sinh" goes out without the head's approval.
  ADD COLUMN nothing_unapproved boolean NOT NULL DEFAULT true;

SELECT guard_province('duty', 'report', 'report_proof', 'duty_fact');
