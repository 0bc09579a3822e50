-- The pairs of words by which tasks like a new directive are found. They are noted before the next search, for the tasks
-- of which they are not noted yet; pairs of words that a task has no more, or of tasks that are gone, are passed over.
-- The columns are not called task_id: what is found out from the words of a task is not said of it.
CREATE TABLE task_pair (
  province_id integer NOT NULL REFERENCES reference.province (id),
  -- The number of the pair (src/domain/duty/lineage-pairs.ts).
  pair        integer NOT NULL,
  task        uuid    NOT NULL,
  PRIMARY KEY (province_id, pair, task)
);

-- The tasks of which the pairs are noted.
CREATE TABLE paired_task (
  province_id integer NOT NULL,
  task        uuid    NOT NULL,
  PRIMARY KEY (province_id, task),
  FOREIGN KEY (province_id, task) REFERENCES task (province_id, id) ON DELETE CASCADE
);
SELECT guard_province('task_pair', 'paired_task');

CREATE FUNCTION task_reworded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM paired_task WHERE province_id = NEW.province_id AND task = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER task_reworded AFTER UPDATE OF folded ON task
  FOR EACH ROW WHEN (OLD.folded IS DISTINCT FROM NEW.folded) EXECUTE FUNCTION task_reworded();
