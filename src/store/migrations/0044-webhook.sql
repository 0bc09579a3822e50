-- Messages handed to a program of the province's own choice, which passes them on (Zalo and others).

ALTER TABLE province_setting
  -- Null: none is called.
  ADD COLUMN webhook_url text,
  -- The secret by which calls are signed, sealed with a key of the installation.
  ADD COLUMN webhook_secret text;

-- What became of a message by this way; one row for each message, so that none is handed over twice.
CREATE TABLE urging_delivery (
  province_id integer     NOT NULL,
  message_id  uuid        NOT NULL,
  state       text        NOT NULL CHECK (state IN ('planned', 'sent', 'refused', 'unsent', 'needless')),
  tries       integer     NOT NULL DEFAULT 0,
  tried_at    timestamptz,
  failure     jsonb,
  PRIMARY KEY (province_id, message_id),
  FOREIGN KEY (province_id, message_id) REFERENCES urging_message (province_id, id) ON DELETE CASCADE
);
CREATE INDEX urging_delivery_open ON urging_delivery (province_id, state) WHERE state IN ('planned', 'unsent', 'refused');

SELECT guard_province('urging_delivery');
