-- Records of different units that tell of one thing, as a person decided: one stands, the other is out of its register while
-- it is told by that one; or they are two, and never proposed again.

CREATE TABLE record_twin (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  -- The smaller id first.
  one_id      uuid        NOT NULL,
  other_id    uuid        NOT NULL CHECK (one_id < other_id),
  -- The record that stands for both; null: they are two.
  kept_id     uuid CHECK (kept_id IN (one_id, other_id)),
  -- What led to the other and leads to this one since, as `lead_links` gave it.
  links       jsonb,
  at          timestamptz NOT NULL,
  who         text        NOT NULL,
  PRIMARY KEY (province_id, one_id, other_id),
  FOREIGN KEY (province_id, one_id) REFERENCES record (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, other_id) REFERENCES record (province_id, id) ON DELETE CASCADE
);
CREATE INDEX record_twin_kept ON record_twin (province_id, kept_id) WHERE kept_id IS NOT NULL;
CREATE INDEX record_twin_other ON record_twin (province_id, other_id);

SELECT guard_province('record_twin');
