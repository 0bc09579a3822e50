-- Days that a province gives off itself, and days of a weekend that it works for others: on top of those of the country.
CREATE TABLE province_day (
  province_id integer NOT NULL REFERENCES reference.province (id),
  day         date    NOT NULL,
  -- Off; else worked, though it is a day off in the country.
  is_off      boolean NOT NULL,
  name        text    NOT NULL,
  PRIMARY KEY (province_id, day)
);
SELECT guard_province('province_day');
SELECT outlives_sample('province_day');
