-- Which duty the note of a unit's own plan answered, so that taking the note away opens the duty again.

CREATE TABLE own_plan_answer (
  province_id integer NOT NULL,
  document_id uuid    NOT NULL,
  duty_id     uuid    NOT NULL,
  report_id   uuid    NOT NULL,
  -- The report was made of the plan; else it had waited for its approval.
  made        boolean NOT NULL,
  PRIMARY KEY (province_id, document_id, duty_id),
  FOREIGN KEY (province_id, document_id) REFERENCES own_plan (province_id, document_id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, duty_id) REFERENCES duty (province_id, id) ON DELETE CASCADE,
  FOREIGN KEY (province_id, report_id) REFERENCES report (province_id, id) ON DELETE CASCADE
);

SELECT guard_province('own_plan_answer');

-- A report that a signed document made goes with its answer when that is taken back.
ALTER TABLE signed_answer DROP CONSTRAINT signed_answer_province_id_report_id_fkey;
ALTER TABLE signed_answer ADD FOREIGN KEY (province_id, report_id) REFERENCES report (province_id, id) ON DELETE CASCADE;
