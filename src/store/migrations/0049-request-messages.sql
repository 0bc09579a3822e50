-- Who is told of requests to co-ordinating units: the people of the unit that is asked, and who asked when it is answered.

-- All that a person is told of requests on a day; it stands beside the bell and goes out by no other way.
CREATE TABLE request_message (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  id          uuid        NOT NULL,
  person_id   text        NOT NULL,
  on_day      date        NOT NULL,
  -- What was said, in order: the request and what became of it ("asked", "answered", "declined").
  told        jsonb       NOT NULL,
  read_at     timestamptz,
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, person_id, on_day),
  FOREIGN KEY (province_id, person_id) REFERENCES person (province_id, id)
);

SELECT guard_province('request_message');
