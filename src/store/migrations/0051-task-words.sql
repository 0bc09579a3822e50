-- The words of tasks by themselves, for a search over everything: row-level security lets no index of words be asked, so
-- all tasks of a province are looked through, and the words of a long task do not lie in its row. A task that went into
-- another has none; its words are told by the other.
CREATE TABLE task_words (
  province_id integer NOT NULL,
  -- Not task_id: what follows from a task is not led over when it is joined to another.
  task        uuid    NOT NULL,
  assigned_on date    NOT NULL,
  -- `folded` of the task between spaces, so that each of its words begins behind one.
  words       text    NOT NULL,
  PRIMARY KEY (province_id, task),
  FOREIGN KEY (province_id, task) REFERENCES task (province_id, id) ON DELETE CASCADE
);
ALTER TABLE task_words ALTER COLUMN words SET STORAGE MAIN;
SELECT guard_province('task_words');

CREATE FUNCTION task_worded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.joined_to IS NULL THEN
    INSERT INTO task_words (province_id, task, assigned_on, words)
    VALUES (NEW.province_id, NEW.id, NEW.assigned_on, ' ' || NEW.folded || ' ')
    ON CONFLICT (province_id, task) DO UPDATE SET assigned_on = EXCLUDED.assigned_on, words = EXCLUDED.words;
  ELSE
    DELETE FROM task_words WHERE province_id = NEW.province_id AND task = NEW.id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER task_worded AFTER INSERT OR UPDATE OF folded, joined_to, assigned_on ON task
  FOR EACH ROW EXECUTE FUNCTION task_worded();

DO $$
DECLARE
  number integer;
BEGIN
  FOR number IN SELECT id FROM reference.province LOOP
    PERFORM set_config('app.province', number::text, true);
    INSERT INTO task_words (province_id, task, assigned_on, words)
    SELECT province_id, id, assigned_on, ' ' || folded || ' ' FROM task
     WHERE province_id = number AND joined_to IS NULL;
  END LOOP;
  PERFORM set_config('app.province', '', true);
END
$$;
