-- The register: documents with what was read from them, findings under review, tasks, their addressees, occurrences
-- and dated facts. Every key begins with the province; text for searching is kept folded (without marks, lower case),
-- as the program folds it, so that "so ngoai vu" finds "Sở Ngoại vụ" with an ordinary index.

-- Which provinces a person works for; posts and roles refine it later.
CREATE TABLE accounts.memberships (
  user_id     text    NOT NULL REFERENCES accounts.users (id) ON DELETE CASCADE,
  province_id integer NOT NULL REFERENCES reference.province (id),
  PRIMARY KEY (user_id, province_id)
);

CREATE TABLE province_setting (
  province_id integer  NOT NULL REFERENCES reference.province (id),
  -- What fell due before this day is "trước khi dùng hệ thống" and never late; null: nothing is.
  start_day   date,
  -- How many days before its due day a task is "sắp đến hạn".
  soon_days   smallint NOT NULL DEFAULT 30 CHECK (soon_days BETWEEN 0 AND 365),
  version     integer  NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id)
);

CREATE TABLE document (
  province_id     integer     NOT NULL REFERENCES reference.province (id),
  id              uuid        NOT NULL,
  number          text,
  kind            text,
  kind_name       text,
  issuer          text,
  issuer_superior text,
  place           text,
  issued_on       date,
  subject         text,
  signer          jsonb,
  recipients      jsonb       NOT NULL DEFAULT '[]',
  attached_to     text,
  doubts          jsonb       NOT NULL DEFAULT '{}',
  -- Name and SHA-256 of the main file.
  file_name       text        NOT NULL,
  sha256          text        NOT NULL,
  imported_at     timestamptz NOT NULL,
  imported_by     text        NOT NULL,
  -- Written when the last finding was decided, taken away when one is opened again.
  reviewed_at     timestamptz,
  -- The document that this one repeats (same bytes, or same number, issuer and day), when a person took it in all the same.
  duplicate_of    uuid,
  version         integer     NOT NULL DEFAULT 1,
  folded          text        NOT NULL,
  search          tsvector    NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', folded)) STORED,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, duplicate_of) REFERENCES document (province_id, id)
);
CREATE INDEX document_issued ON document (province_id, issued_on DESC NULLS LAST, id);
CREATE INDEX document_number ON document (province_id, number);
CREATE INDEX document_sha256 ON document (province_id, sha256);
CREATE INDEX document_search ON document USING gin (search);

CREATE TABLE document_file (
  province_id integer NOT NULL,
  document_id uuid    NOT NULL,
  position    integer NOT NULL,
  name        text    NOT NULL,
  format      text    NOT NULL,
  sha256      text    NOT NULL,
  size        bigint  NOT NULL,
  PRIMARY KEY (province_id, document_id, position),
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id)
);

-- What `sauro read` gave for the document, and the laid-out text in which findings are shown.
CREATE TABLE document_reading (
  province_id integer NOT NULL,
  document_id uuid    NOT NULL,
  output      jsonb   NOT NULL,
  blocks      jsonb   NOT NULL,
  notices     jsonb   NOT NULL,
  PRIMARY KEY (province_id, document_id),
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id)
);

CREATE TABLE citation (
  province_id integer NOT NULL,
  document_id uuid    NOT NULL,
  position    integer NOT NULL,
  number      text    NOT NULL,
  kind        text,
  issuer      text,
  cited_on    date,
  relation    text    NOT NULL CHECK (relation IN ('basis', 'implements', 'replaces', 'amends', 'attaches', 'mentions')),
  as_written  text    NOT NULL,
  place       jsonb   NOT NULL,
  doubt       real    NOT NULL,
  PRIMARY KEY (province_id, document_id, position),
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id)
);
CREATE INDEX citation_number ON citation (province_id, number);

CREATE TABLE task (
  province_id   integer     NOT NULL REFERENCES reference.province (id),
  id            uuid        NOT NULL,
  document_id   uuid        NOT NULL,
  ref           text        NOT NULL,
  label         text,
  part          text,
  group_title   text,
  content       text        NOT NULL,
  lead_text     text,
  coordinating_text text,
  time_words    text,
  schedule      jsonb,
  -- Kind of the schedule, for filters; null when the text gives none.
  schedule_kind text        CHECK (schedule_kind IN ('once', 'recurring', 'continuous', 'relative', 'onDemand', 'several')),
  result        text,
  targets       jsonb       NOT NULL DEFAULT '[]',
  approver      text,
  -- The six clears that the text leaves open, as read or as corrected.
  unclear       jsonb       NOT NULL DEFAULT '[]',
  unclear_count smallint    NOT NULL DEFAULT 0,
  -- A general exhortation: kept, never due.
  general       boolean     NOT NULL DEFAULT false,
  sources       jsonb       NOT NULL DEFAULT '[]',
  -- The day it was given: that of the document, else of the import.
  assigned_on   date        NOT NULL,
  accepted_at   timestamptz NOT NULL,
  accepted_by   text        NOT NULL,
  withdrawn_on  date,
  version       integer     NOT NULL DEFAULT 1,
  folded        text        NOT NULL,
  search        tsvector    NOT NULL GENERATED ALWAYS AS (to_tsvector('simple', folded)) STORED,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id)
);
CREATE INDEX task_document ON task (province_id, document_id, ref);
CREATE INDEX task_search ON task USING gin (search);

CREATE TABLE task_addressee (
  province_id integer  NOT NULL,
  task_id     uuid     NOT NULL,
  position    smallint NOT NULL,
  role        text     NOT NULL CHECK (role IN ('lead', 'standing', 'directs', 'supervises', 'approves', 'with')),
  -- The canonical name of a unit, or the words for a collective.
  name        text     NOT NULL,
  collective  boolean  NOT NULL,
  written     text     NOT NULL,
  share       text,
  -- The name folded: what filters and the list by unit compare.
  name_key    text     NOT NULL,
  PRIMARY KEY (province_id, task_id, position),
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id)
);
CREATE INDEX task_addressee_name ON task_addressee (province_id, name_key, role, task_id);

-- One time that a task is due. The latest fact of each kind stands beside the day it is due; `occurrence_fact` has all.
CREATE TABLE occurrence (
  province_id     integer NOT NULL,
  id              uuid    NOT NULL,
  task_id         uuid    NOT NULL,
  key             text    NOT NULL,
  starts_on       date,
  due_on          date,
  strictly_before boolean NOT NULL DEFAULT false,
  started_on      date,
  done_on         date,
  product         text,
  withdrawn_on    date,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, task_id, key),
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id)
);
CREATE INDEX occurrence_due ON occurrence (province_id, due_on, task_id) WHERE done_on IS NULL AND withdrawn_on IS NULL;

CREATE TABLE occurrence_fact (
  province_id   integer     NOT NULL,
  id            uuid        NOT NULL,
  occurrence_id uuid        NOT NULL,
  -- "reopened" takes the latest start, completion or withdrawal back.
  kind          text        NOT NULL CHECK (kind IN ('started', 'done', 'withdrawn', 'reopened')),
  on_day        date        NOT NULL,
  product       text,
  note          text,
  at            timestamptz NOT NULL,
  who           text        NOT NULL,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, occurrence_id) REFERENCES occurrence (province_id, id)
);
CREATE INDEX occurrence_fact_of ON occurrence_fact (province_id, occurrence_id, at);
REVOKE UPDATE, DELETE ON occurrence_fact FROM sauro_rows;

-- What was read and awaits a person. `read` never changes; `edited` is what the person made of it.
CREATE TABLE finding (
  province_id integer  NOT NULL,
  id          uuid     NOT NULL,
  document_id uuid     NOT NULL,
  position    real     NOT NULL,
  ref         text     NOT NULL,
  read        jsonb    NOT NULL,
  edited      jsonb,
  decision    text     CHECK (decision IN ('accepted', 'general', 'dropped', 'split', 'merged')),
  reason      text,
  decided_at  timestamptz,
  decided_by  text,
  task_id     uuid,
  -- The finding that this one was split from or merged out of.
  parent_id   uuid,
  -- The greatest doubt of any of its fields, 0…1, and how many clears are open: what review shows first.
  doubt       real     NOT NULL DEFAULT 0,
  unclear_count smallint NOT NULL DEFAULT 0,
  version     integer  NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, id),
  CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CHECK (decision <> 'dropped' OR reason IS NOT NULL),
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id),
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id),
  FOREIGN KEY (province_id, parent_id) REFERENCES finding (province_id, id)
);
CREATE INDEX finding_document ON finding (province_id, document_id, position);
CREATE INDEX finding_open ON finding (province_id, document_id) WHERE decision IS NULL;

-- Filters that a person keeps under a name.
CREATE TABLE saved_view (
  province_id integer NOT NULL REFERENCES reference.province (id),
  id          uuid    NOT NULL,
  owner       text    NOT NULL,
  name        text    NOT NULL,
  place       text    NOT NULL,
  query       text    NOT NULL,
  position    integer NOT NULL DEFAULT 0,
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, owner, place, name)
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['province_setting', 'document', 'document_file', 'document_reading', 'citation', 'task',
                              'task_addressee', 'occurrence', 'occurrence_fact', 'finding', 'saved_view'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY province ON %I
      USING (province_id = nullif(current_setting('app.province', true), '')::int)
      WITH CHECK (province_id = nullif(current_setting('app.province', true), '')::int)$p$, name);
  END LOOP;
END
$$;
