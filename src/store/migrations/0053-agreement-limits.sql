-- How a province handles agreements, beside whether it asks its Party bodies; null: as usual.
ALTER TABLE province_setting ADD COLUMN agreement_settings jsonb;

-- A step before the end of an agreement at which those who answer for it are told, done once for good; another end has
-- steps of its own.
CREATE TABLE agreement_alert (
  province_id integer  NOT NULL REFERENCES reference.province (id),
  id          uuid     NOT NULL,
  record_id   uuid     NOT NULL,
  kind        text     NOT NULL CHECK (kind IN ('expires', 'renews')),
  ends_on     date     NOT NULL,
  notice_by   date,
  -- Days before the last day to act.
  days        smallint NOT NULL,
  on_day      date     NOT NULL,
  -- Told to people; passed over for a later step; or heard by nobody, because nobody enters records of its owner.
  outcome     text     NOT NULL CHECK (outcome IN ('told', 'overtaken', 'unheard')),
  PRIMARY KEY (province_id, id),
  UNIQUE (province_id, record_id, kind, ends_on, days),
  FOREIGN KEY (province_id, record_id) REFERENCES record (province_id, id)
);
REVOKE UPDATE, DELETE ON agreement_alert FROM sauro_rows;

-- Whom it was told, and when he read it.
CREATE TABLE agreement_alert_reader (
  province_id integer NOT NULL REFERENCES reference.province (id),
  alert_id    uuid    NOT NULL,
  person_id   text    NOT NULL,
  read_at     timestamptz,
  PRIMARY KEY (province_id, alert_id, person_id),
  FOREIGN KEY (province_id, alert_id) REFERENCES agreement_alert (province_id, id),
  FOREIGN KEY (province_id, person_id) REFERENCES person (province_id, id)
);
CREATE INDEX agreement_alert_reader_person ON agreement_alert_reader (province_id, person_id) WHERE read_at IS NULL;

SELECT guard_province('agreement_alert', 'agreement_alert_reader');
