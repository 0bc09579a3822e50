-- Urging: the steps of the ladder that were taken of each duty, and the one message a day that tells a person of them.

ALTER TABLE province_setting
  -- The steps as a list of kind and days; null: the usual ones.
  ADD COLUMN ladder jsonb,
  -- The day from which units are urged; null: they are not.
  ADD COLUMN urging_from date,
  -- The hours in Asia/Ho_Chi_Minh in which messages go out: from the first, and before the last.
  ADD COLUMN urging_from_hour smallint NOT NULL DEFAULT 8 CHECK (urging_from_hour BETWEEN 0 AND 23),
  ADD COLUMN urging_to_hour smallint NOT NULL DEFAULT 17 CHECK (urging_to_hour BETWEEN 1 AND 24),
  ADD CHECK (urging_from_hour < urging_to_hour);

-- A step of a duty's climb, done once for good; another last day begins another climb.
CREATE TABLE urging (
  province_id integer  NOT NULL REFERENCES reference.province (id),
  duty_id     uuid     NOT NULL,
  last_day    date     NOT NULL,
  kind        text     NOT NULL CHECK (kind IN ('digest', 'reminder', 'letter', 'upperLetter', 'meeting')),
  -- Days after the last day in time; negative: before it.
  days        smallint NOT NULL,
  on_day      date     NOT NULL,
  -- Told to people; passed over for a later step to the same ones; a letter to be drafted; an item for the chair's
  -- meeting; or heard by nobody, because nobody holds the post in the unit.
  outcome     text     NOT NULL CHECK (outcome IN ('told', 'overtaken', 'letter', 'meeting', 'unheard')),
  PRIMARY KEY (province_id, duty_id, last_day, kind, days),
  FOREIGN KEY (province_id, duty_id) REFERENCES duty (province_id, id) ON DELETE CASCADE
);
CREATE INDEX urging_outcome ON urging (province_id, outcome, on_day);
REVOKE UPDATE, DELETE ON urging FROM sauro_rows;

-- All that a person is told on a day.
CREATE TABLE urging_message (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  id          uuid        NOT NULL,
  person_id   text        NOT NULL,
  on_day      date        NOT NULL,
  -- The steps that it tells of, the longest overdue first.
  urges       jsonb       NOT NULL,
  -- To be sent; in the program alone, without a mail server; taken by the server; refused by it for good; tried in vain;
  -- told in the message of a later day; without a reason left when it was to be sent.
  state       text        NOT NULL CHECK (state IN
    ('planned', 'shown', 'sent', 'refused', 'unsent', 'carried', 'needless')),
  -- How often it was handed to a mail server, and when it was last.
  tries       integer     NOT NULL DEFAULT 0,
  tried_at    timestamptz,
  -- What the server said when it did not take it.
  failure     jsonb,
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, person_id, on_day),
  FOREIGN KEY (province_id, person_id) REFERENCES person (province_id, id)
);
CREATE INDEX urging_message_open ON urging_message (province_id, state, on_day)
  WHERE state IN ('planned', 'unsent', 'refused');

SELECT guard_province('urging', 'urging_message');

-- Clearing a sample takes what was told of its duties with it.
CREATE OR REPLACE FUNCTION clear_sample() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
  name text;
BEGIN
  DELETE FROM sample WHERE province_id = province;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  FOREACH name IN ARRAY ARRAY['unplaced_mark', 'finding', 'urging_message', 'urging', 'report_proof', 'duty_fact',
                              'report', 'duty', 'occurrence_fact', 'occurrence', 'task_addressee', 'task', 'citation',
                              'document_reading', 'document_file', 'document', 'saved_view', 'province_setting'] LOOP
    EXECUTE format('DELETE FROM %I WHERE province_id = $1', name) USING province;
  END LOOP;
  RETURN true;
END
$$;
