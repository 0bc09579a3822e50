-- The queue: its tables are made by its own login in the schema jobs; the program may only put something in. What was asked
-- for stands in a table of ours, so that nothing is done twice and a lost queue can be filled again.

GRANT USAGE, CREATE ON SCHEMA jobs TO sauro_jobs_group;

-- What was asked to be done. The job in the queue has the same id.
CREATE TABLE job_request (
  province_id  integer     NOT NULL REFERENCES reference.province (id),
  id           uuid        NOT NULL,
  -- The kind of job, as the code calls it: "read-scan".
  kind         text        NOT NULL,
  -- The id of the thing it is done to; empty for the province as a whole.
  subject      text        NOT NULL,
  -- The day for which it is done: a thing of the same kind is done once a day.
  on_day       date        NOT NULL,
  requested_at timestamptz NOT NULL,
  done_at      timestamptz,
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, kind, subject, on_day)
);
CREATE INDEX job_request_open ON job_request (province_id, requested_at) WHERE done_at IS NULL;

SELECT guard_province('job_request');
