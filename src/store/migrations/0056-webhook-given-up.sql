-- What the webhook did not take for a week is given up, and stands so until somebody has it sent again.

ALTER TABLE urging_delivery DROP CONSTRAINT urging_delivery_state_check;
ALTER TABLE urging_delivery ADD CONSTRAINT urging_delivery_state_check
  CHECK (state IN ('planned', 'sent', 'refused', 'unsent', 'needless', 'givenUp'));
