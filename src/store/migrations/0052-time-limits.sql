-- Time limits of registers of cooperation. The rules of the law are data of the program; here stands what a province sets
-- itself, what was done where no field of the record says so, and what people were told.

CREATE TABLE time_limit_setting (
  province_id integer NOT NULL PRIMARY KEY REFERENCES reference.province (id),
  version     integer NOT NULL,
  -- Other days by the keys of rules, steps of the province's own, who permits whose journey.
  settings    jsonb   NOT NULL
);

CREATE TABLE record_proof (
  province_id     integer     NOT NULL REFERENCES reference.province (id),
  record_id       uuid        NOT NULL,
  limit_key       text        NOT NULL,
  -- "once", or the period of a report: "2026", "2026-H1".
  occurrence      text        NOT NULL,
  on_day          date        NOT NULL,
  document_number text,
  recorded_at     timestamptz NOT NULL,
  recorded_by     text        NOT NULL,
  PRIMARY KEY (province_id, record_id, limit_key, occurrence),
  FOREIGN KEY (province_id, record_id) REFERENCES record (province_id, id)
);

-- What people were told of a last day: once for each of its days, whatever became of the message.
CREATE TABLE time_limit_told (
  province_id integer  NOT NULL REFERENCES reference.province (id),
  record_id   uuid     NOT NULL,
  limit_key   text     NOT NULL,
  last_day    date     NOT NULL,
  days        smallint NOT NULL,
  on_day      date     NOT NULL,
  outcome     text     NOT NULL CHECK (outcome IN ('told', 'overtaken', 'unheard')),
  PRIMARY KEY (province_id, record_id, limit_key, last_day, days),
  FOREIGN KEY (province_id, record_id) REFERENCES record (province_id, id)
);

SELECT guard_province('time_limit_setting', 'record_proof', 'time_limit_told');
