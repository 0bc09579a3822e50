-- Secret links by which a person's calendar reads the due days of his unit. Found before any province is known.
CREATE TABLE accounts.calendar_links (
  id          uuid        PRIMARY KEY,
  province_id integer     NOT NULL REFERENCES reference.province (id),
  person_id   text        NOT NULL,
  -- SHA-256 of the token, which stands in the link alone.
  token_hash  text        NOT NULL UNIQUE,
  created_at  timestamptz NOT NULL,
  revoked_at  timestamptz,
  -- To the minute.
  used_at     timestamptz
);
-- One link of a person works at a time.
CREATE UNIQUE INDEX calendar_links_live ON accounts.calendar_links (province_id, person_id) WHERE revoked_at IS NULL;
