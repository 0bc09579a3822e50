-- Agreements: what happened to them as dated actions in proceedings. Their head facts are records of the register of
-- agreements; the row here carries the latest day of each kind, written
-- with each action: with the term in the record they give the status of a day.

CREATE TABLE agreement (
  province_id            integer NOT NULL REFERENCES reference.province (id),
  record_id              uuid    NOT NULL,
  proposed_on            date,
  asked_on               date,
  prime_minister_asked_on date,
  decided_on             date,
  refused_on             date,
  dropped_on             date,
  signed_on              date,
  -- The parties had told one another, where the paper waits for that.
  notified_on            date,
  -- The last day that the latest signed amendment or extension gives.
  extended_to            date,
  renewal_declined_on    date,
  suspended_on           date,
  resumed_on             date,
  ended_on               date,
  withdrawn_on           date,
  PRIMARY KEY (province_id, record_id),
  FOREIGN KEY (province_id, record_id) REFERENCES record (province_id, id)
);

CREATE TABLE agreement_proceeding (
  province_id  integer  NOT NULL REFERENCES reference.province (id),
  id           uuid     NOT NULL,
  record_id    uuid     NOT NULL,
  -- In the order in which they were begun.
  position     smallint NOT NULL,
  purpose      text     NOT NULL
    CHECK (purpose IN ('conclude', 'amend', 'extend', 'suspend', 'resume', 'end', 'withdraw')),
  only_outcome boolean  NOT NULL,
  -- The day by whose procedure it goes: rules of the law have days from and until which they hold.
  begun_on     date     NOT NULL,
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, record_id, position),
  FOREIGN KEY (province_id, record_id) REFERENCES record (province_id, id)
);

CREATE TABLE agreement_action (
  province_id     integer     NOT NULL REFERENCES reference.province (id),
  id              uuid        NOT NULL,
  proceeding_id   uuid        NOT NULL,
  kind            text        NOT NULL,
  "on"            date        NOT NULL,
  body            text,
  body_name       text,
  answer          text CHECK (answer IN ('agrees', 'comments', 'disagrees')),
  document_number text,
  -- Never of what a body of the Party said.
  note            text CHECK (note IS NULL OR kind NOT IN ('partyAsked', 'partyAnswered')),
  valid_until     date,
  recorded_at     timestamptz NOT NULL,
  recorded_by     text        NOT NULL,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, proceeding_id) REFERENCES agreement_proceeding (province_id, id)
);
CREATE INDEX agreement_action_proceeding ON agreement_action (province_id, proceeding_id, "on", id);

-- What a party has to do by an agreement. What our side owes is a task of the register.
CREATE TABLE agreement_clause (
  province_id integer NOT NULL REFERENCES reference.province (id),
  id          uuid    NOT NULL,
  record_id   uuid    NOT NULL,
  position    smallint NOT NULL,
  -- As the paper counts: "Điều 3", "Article 3.2".
  label       text,
  content     text    NOT NULL,
  party       text    NOT NULL CHECK (party IN ('ours', 'theirs', 'both')),
  -- The task that follows it; null: the other side's, or not followed yet.
  task_id     uuid,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, record_id) REFERENCES record (province_id, id)
);
CREATE INDEX agreement_clause_record ON agreement_clause (province_id, record_id, position);

-- What became of an agreement in a year, by field of work.
CREATE TABLE agreement_evaluation (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  id          uuid        NOT NULL,
  record_id   uuid        NOT NULL,
  year        smallint    NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  field       text        NOT NULL,
  verdict     text        NOT NULL CHECK (verdict IN ('effective', 'partly', 'notCarriedOut')),
  content     text        NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text        NOT NULL,
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, record_id, year, field),
  FOREIGN KEY (province_id, record_id) REFERENCES record (province_id, id)
);

SELECT guard_province('agreement', 'agreement_proceeding', 'agreement_action', 'agreement_clause', 'agreement_evaluation');

-- Whether the province asks its Party bodies before it decides on an agreement.
ALTER TABLE province_setting ADD COLUMN agreement_asks_party boolean NOT NULL DEFAULT false;
