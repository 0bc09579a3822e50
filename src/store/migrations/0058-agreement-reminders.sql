-- What has to be told to an authority is reminded of too, each step once.
ALTER TABLE agreement_alert DROP CONSTRAINT agreement_alert_kind_check;
ALTER TABLE agreement_alert
  ADD CONSTRAINT agreement_alert_kind_check CHECK (kind IN ('expires', 'renews', 'reported', 'copied', 'notified'));
