-- A unit may propose that its task be withdrawn.

ALTER TABLE change_proposal DROP CONSTRAINT change_proposal_kind_check;
ALTER TABLE change_proposal ADD CONSTRAINT change_proposal_kind_check
  CHECK (kind IN ('obstacle', 'change', 'withdrawal'));
-- What waits, by its kind: the leaders' page counts it.
CREATE INDEX change_proposal_waiting ON change_proposal (province_id, kind, written_at) INCLUDE (duty_id)
  WHERE outcome IS NULL;
