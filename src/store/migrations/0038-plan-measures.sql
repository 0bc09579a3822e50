-- The measure of a planned target as its task has it: by it SQL knows which targets have no plan.
ALTER TABLE target_plan ADD COLUMN measure text;
ALTER TABLE target_plan NO FORCE ROW LEVEL SECURITY;
ALTER TABLE task NO FORCE ROW LEVEL SECURITY;
UPDATE target_plan p SET measure = coalesce(
  (SELECT g ->> 'measure' FROM task t, jsonb_array_elements(t.targets) g
    WHERE t.province_id = p.province_id AND t.id = p.task_id AND jsonb_array_length(t.targets) = 1), p.target);
ALTER TABLE target_plan FORCE ROW LEVEL SECURITY;
ALTER TABLE task FORCE ROW LEVEL SECURITY;
ALTER TABLE target_plan ALTER COLUMN measure SET NOT NULL;
