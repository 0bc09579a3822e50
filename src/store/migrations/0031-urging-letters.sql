-- Letters of urging that were issued: with their number and day they end the step of the ladder that asked for one.

CREATE TABLE urging_letter (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  id          uuid        NOT NULL,
  -- To whom it is addressed.
  unit_id     uuid        NOT NULL,
  -- By the focal body to its peers, or by the Office or the People's Committee above it.
  kind        text        NOT NULL CHECK (kind IN ('letter', 'upperLetter')),
  number      text        NOT NULL,
  issued_on   date        NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text        NOT NULL,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id)
);
CREATE INDEX urging_letter_issued ON urging_letter (province_id, issued_on DESC);

-- The duties that it names, each with the last day that had passed.
CREATE TABLE urging_letter_duty (
  province_id integer NOT NULL,
  letter_id   uuid    NOT NULL,
  duty_id     uuid    NOT NULL,
  last_day    date    NOT NULL,
  PRIMARY KEY (province_id, duty_id, letter_id),
  FOREIGN KEY (province_id, letter_id) REFERENCES urging_letter (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, duty_id) REFERENCES duty (province_id, id) ON DELETE CASCADE
);
CREATE INDEX urging_letter_duty_letter ON urging_letter_duty (province_id, letter_id);

SELECT guard_province('urging_letter', 'urging_letter_duty');
