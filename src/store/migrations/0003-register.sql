-- The register: documents with what was read from them, findings under review, tasks, their addressees, occurrences
-- and dated facts. Every key begins with the province; text for searching is kept folded (without marks, lower case),
-- as the program folds it, so that "so ngoai vu" finds "Sở Ngoại vụ" with an ordinary index.

-- Numbers inside a text count as numbers: "II.2" stands before "II.10".
CREATE COLLATION reference.natural_order (provider = icu, locale = 'vi-u-kn-true');

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

CREATE INDEX document_file_sha256 ON document_file (province_id, sha256);

-- What `sauro read` gave for the document, and the laid-out text in which findings are shown.
CREATE TABLE document_reading (
  province_id integer NOT NULL,
  document_id uuid    NOT NULL,
  output      jsonb   NOT NULL,
  -- How many things the reading could not place, over all its steps.
  unplaced    integer NOT NULL
    GENERATED ALWAYS AS (jsonb_array_length(jsonb_path_query_array(output, '$.ledger.steps[*].rejected[*]'))) STORED,
  blocks      jsonb   NOT NULL,
  notices     jsonb   NOT NULL,
  -- How many tasks were read: the findings of the document must account for them.
  task_count  integer NOT NULL,
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
  -- The occurrence that stands for the task now, with what its state is made of; triggers below write them.
  current_occurrence   uuid,
  current_last_day     date,
  current_done_on      date,
  current_withdrawn_on date,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id)
);
CREATE INDEX task_document ON task (province_id, document_id, ref);
-- With all that a state is made of, so that lists and counts by state read the index alone.
CREATE INDEX task_due ON task (province_id, current_last_day, id)
  INCLUDE (current_done_on, current_withdrawn_on, withdrawn_on, general);
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
  -- The last day in time: "trước ngày" keeps the day itself out.
  last_day        date    GENERATED ALWAYS AS (due_on - strictly_before::int) STORED,
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
CREATE INDEX occurrence_last_day ON occurrence (province_id, last_day, task_id);

-- Which occurrence stands for a task: the first that is open, else the latest of those left open from before the start
-- day, else the latest that was done or withdrawn. It depends on facts and on the start day, never on today, so it can
-- be kept. `src/domain/duty/occurrence-state.ts` says the same; a test compares the two.
CREATE FUNCTION refresh_current_occurrence(province integer, tasks uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE task
     SET current_occurrence = chosen.id, current_last_day = chosen.last_day,
         current_done_on = chosen.done_on, current_withdrawn_on = chosen.withdrawn_on
    FROM unnest(tasks) AS wanted (id)
    LEFT JOIN LATERAL (
      SELECT ranked.* FROM (
        SELECT o.id, o.key, o.last_day, o.done_on, o.withdrawn_on,
               CASE WHEN o.done_on IS NOT NULL THEN 2 WHEN o.withdrawn_on IS NOT NULL THEN 3
                    WHEN o.last_day < s.start_day THEN 1 ELSE 0 END AS rank
          FROM occurrence o LEFT JOIN province_setting s ON s.province_id = province
         WHERE o.province_id = province AND o.task_id = wanted.id) AS ranked
       ORDER BY ranked.rank, CASE ranked.rank WHEN 0 THEN ranked.last_day END NULLS LAST,
                ranked.last_day DESC NULLS LAST, ranked.key COLLATE "C"
       LIMIT 1) AS chosen ON true
   WHERE task.province_id = province AND task.id = wanted.id
$$;

CREATE FUNCTION occurrences_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_current_occurrence(province_id, array_agg(DISTINCT task_id)) FROM changed GROUP BY province_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER occurrences_added AFTER INSERT ON occurrence REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION occurrences_changed();
CREATE TRIGGER occurrences_updated AFTER UPDATE ON occurrence REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION occurrences_changed();
CREATE TRIGGER occurrences_removed AFTER DELETE ON occurrence REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION occurrences_changed();

CREATE FUNCTION start_day_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_current_occurrence(NEW.province_id, array_agg(id)) FROM task WHERE province_id = NEW.province_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER start_day_set AFTER INSERT OR UPDATE OF start_day ON province_setting
  FOR EACH ROW EXECUTE FUNCTION start_day_changed();

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
  position    double precision NOT NULL,
  ref         text     NOT NULL,
  -- Read from the document, added by a person, part of a split finding, or several merged.
  origin      text     NOT NULL CHECK (origin IN ('read', 'added', 'split', 'merge')),
  read        jsonb    NOT NULL,
  edited      jsonb,
  decision    text     CHECK (decision IN ('accepted', 'general', 'dropped', 'split', 'merged')),
  reason      text,
  decided_at  timestamptz,
  decided_by  text,
  task_id     uuid,
  -- The finding that this one was split from.
  parent_id   uuid,
  -- The finding that this one was merged into, with others.
  merged_into uuid,
  -- The greatest doubt of any of its fields, 0…1, and how many clears are open: what review shows first.
  doubt       real     NOT NULL DEFAULT 0,
  unclear_count smallint NOT NULL DEFAULT 0,
  version     integer  NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, id),
  CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CHECK (decision <> 'dropped' OR reason IS NOT NULL),
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id),
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id),
  FOREIGN KEY (province_id, parent_id) REFERENCES finding (province_id, id),
  FOREIGN KEY (province_id, merged_into) REFERENCES finding (province_id, id)
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
