-- A person's own messages: which he has read, and whether he wants them by mail where the province leaves it to him.

ALTER TABLE urging_message ADD COLUMN read_at timestamptz;
ALTER TABLE person ADD COLUMN urging_mail boolean NOT NULL DEFAULT true;
-- Whether people may do without the mail of digests; what is told by name always goes out.
ALTER TABLE province_setting ADD COLUMN urging_mail_optional boolean NOT NULL DEFAULT false;
