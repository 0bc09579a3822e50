-- What people are told of time limits of records, beside the bell: each of its days once, and who was told.

DROP TABLE time_limit_told;

CREATE TABLE limit_alert (
  province_id integer  NOT NULL REFERENCES reference.province (id),
  id          uuid     NOT NULL,
  record_id   uuid     NOT NULL,
  limit_key   text     NOT NULL,
  occurrence  text     NOT NULL,
  last_day    date     NOT NULL,
  -- Before (negative) and after the last day.
  days        smallint NOT NULL,
  -- As it was called.
  limit_name  jsonb    NOT NULL,
  on_day      date     NOT NULL,
  -- Overtaken: a later day was told at the same time. Unheard: nobody answers for the record.
  outcome     text     NOT NULL CHECK (outcome IN ('told', 'overtaken', 'unheard')),
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, record_id, limit_key, occurrence, last_day, days),
  FOREIGN KEY (province_id, record_id) REFERENCES record (province_id, id)
);

CREATE TABLE limit_alert_reader (
  province_id integer NOT NULL REFERENCES reference.province (id),
  alert_id    uuid    NOT NULL,
  person_id   text    NOT NULL,
  read_at     timestamptz,
  PRIMARY KEY (province_id, alert_id, person_id),
  FOREIGN KEY (province_id, alert_id) REFERENCES limit_alert (province_id, id),
  FOREIGN KEY (province_id, person_id) REFERENCES person (province_id, id)
);
CREATE INDEX limit_alert_reader_person ON limit_alert_reader (province_id, person_id);

SELECT guard_province('limit_alert', 'limit_alert_reader');
