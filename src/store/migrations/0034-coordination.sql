-- What leads ask of co-ordinating units in writing, and the units that a lead means by "các đơn vị liên quan". A unit that
-- co-ordinates owes nothing: a request stands apart from duties, so that it is late in no list and ranks nobody.
CREATE TABLE coordination_request (
  province_id   integer     NOT NULL REFERENCES reference.province (id),
  id            uuid        NOT NULL,
  -- The duty for which its lead asks.
  duty_id       uuid        NOT NULL,
  -- Who was asked, and who answers today.
  unit_id       uuid        NOT NULL,
  holder_id     uuid        NOT NULL,
  content       text        NOT NULL,
  -- The letter by which it was asked.
  document      text,
  document_on   date,
  asked_on      date        NOT NULL,
  working_days  smallint    NOT NULL CHECK (working_days > 0),
  due_on        date        NOT NULL,
  -- The latest fact of each kind; taken back, it is null again.
  answered_on   date,
  declined_on   date,
  withdrawn_on  date,
  -- The answer, or the reason why it was declined.
  answer        text,
  asked_at      timestamptz NOT NULL,
  asked_by      text        NOT NULL,
  version       integer     NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, duty_id) REFERENCES duty (province_id, id),
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id),
  FOREIGN KEY (province_id, holder_id) REFERENCES unit (province_id, id)
);
CREATE INDEX coordination_request_duty ON coordination_request (province_id, duty_id);
CREATE INDEX coordination_request_open ON coordination_request (province_id, holder_id, due_on)
  WHERE answered_on IS NULL AND declined_on IS NULL AND withdrawn_on IS NULL;

-- What an answer rests on: a document by its number, a file, a link.
CREATE TABLE request_proof (
  province_id integer  NOT NULL,
  id          uuid     NOT NULL,
  request_id  uuid     NOT NULL,
  position    smallint NOT NULL,
  kind        text     NOT NULL CHECK (kind IN ('document', 'file', 'link', 'record')),
  reference   text     NOT NULL,
  title       text,
  issued_on   date,
  sha256      text,
  size        bigint,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, request_id) REFERENCES coordination_request (province_id, id) ON DELETE CASCADE
);
CREATE INDEX request_proof_of ON request_proof (province_id, request_id, position);
CREATE INDEX request_proof_file ON request_proof (province_id, sha256) WHERE sha256 IS NOT NULL;

-- The units that are meant by words that name none, in one task.
CREATE TABLE named_unit (
  province_id integer NOT NULL,
  task_id     uuid    NOT NULL,
  -- The key of the words.
  name_key    text    NOT NULL,
  unit_id     uuid    NOT NULL,
  named_on    date    NOT NULL,
  -- The letter by which it was said, if by one.
  document    text,
  PRIMARY KEY (province_id, task_id, name_key, unit_id),
  FOREIGN KEY (province_id, task_id) REFERENCES task (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id)
);

SELECT guard_province('coordination_request', 'request_proof', 'named_unit');
