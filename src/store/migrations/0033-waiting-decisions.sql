-- What waits for a decision is found without reading all duties: few of them do.
CREATE INDEX duty_asked ON duty (province_id, asked_on, holder_id) WHERE asked_on IS NOT NULL;
CREATE INDEX duty_unapproved ON duty (province_id, unapproved_on, holder_id) WHERE unapproved_on IS NOT NULL;
CREATE INDEX duty_submitted ON duty (province_id, submitted_on, holder_id)
  WHERE submitted_on IS NOT NULL AND confirmed_on IS NULL AND withdrawn_on IS NULL;
