-- Links of records follow what they lead to: to the task into which theirs went, and back when the two are parted.

-- What a join led elsewhere: the record and field of each link, and whether the field led to the other task already.
ALTER TABLE task_join ADD COLUMN links jsonb;

-- Leads all links of a kind from one thing to another; gives what `lead_links_back` needs.
CREATE FUNCTION lead_links(of_kind text, gone uuid, kept uuid) RETURNS jsonb LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
  led jsonb;
BEGIN
  SELECT coalesce(jsonb_agg(jsonb_build_object('record', l.record_id, 'field', l.field, 'place', l.position,
           'both', EXISTS (SELECT FROM record_link k WHERE k.province_id = province AND k.record_id = l.record_id
                              AND k.field = l.field AND k.target_id = kept))), '[]') INTO led
    FROM record_link l WHERE l.province_id = province AND l.kind = of_kind AND l.target_id = gone;
  DELETE FROM record_link l USING jsonb_to_recordset(led) w (record uuid, field text, "both" boolean)
   WHERE w."both" AND l.province_id = province AND l.record_id = w.record AND l.field = w.field AND l.target_id = gone;
  UPDATE record_link SET target_id = kept WHERE province_id = province AND kind = of_kind AND target_id = gone;
  UPDATE record SET version = version + 1
   WHERE province_id = province AND id IN (SELECT w.record FROM jsonb_to_recordset(led) w (record uuid));
  RETURN led;
END
$$;

-- Leads links back. What somebody took away meanwhile stays away; what was led from both to one leads to both again.
CREATE FUNCTION lead_links_back(of_kind text, gone uuid, kept uuid, led jsonb) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  province integer := nullif(current_setting('app.province', true), '')::int;
BEGIN
  INSERT INTO record_link (province_id, record_id, field, position, kind, target_id)
  SELECT province, l.record_id, l.field,
         CASE WHEN EXISTS (SELECT FROM record_link o WHERE o.province_id = province AND o.record_id = l.record_id
                              AND o.field = l.field AND o.position = w.place)
              THEN (SELECT max(o.position) + 1 FROM record_link o WHERE o.province_id = province
                       AND o.record_id = l.record_id AND o.field = l.field)
              ELSE w.place END, of_kind, gone
    FROM jsonb_to_recordset(led) w (record uuid, field text, place smallint, "both" boolean)
    JOIN record_link l ON l.province_id = province AND l.record_id = w.record AND l.field = w.field
                      AND l.kind = of_kind AND l.target_id = kept
   WHERE w."both";
  UPDATE record_link l SET target_id = gone
    FROM jsonb_to_recordset(led) w (record uuid, field text, "both" boolean)
   WHERE NOT w."both" AND l.province_id = province AND l.record_id = w.record AND l.field = w.field
     AND l.kind = of_kind AND l.target_id = kept;
  UPDATE record SET version = version + 1
   WHERE province_id = province AND id IN (SELECT w.record FROM jsonb_to_recordset(led) w (record uuid));
END
$$;

-- A task that goes into another, or comes out of it again, takes the links of records along.
CREATE FUNCTION links_follow_task() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.joined_to IS NOT NULL THEN
    UPDATE task_join SET links = lead_links('task', NEW.id, NEW.joined_to)
     WHERE province_id = NEW.province_id AND task_id = NEW.id;
  ELSE
    PERFORM lead_links_back('task', NEW.id, OLD.joined_to, coalesce(j.links, '[]'))
       FROM task_join j WHERE j.province_id = NEW.province_id AND j.task_id = NEW.id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER task_links AFTER UPDATE OF joined_to ON task FOR EACH ROW
  WHEN (OLD.joined_to IS DISTINCT FROM NEW.joined_to) EXECUTE FUNCTION links_follow_task();

REVOKE EXECUTE ON FUNCTION lead_links(text, uuid, uuid), lead_links_back(text, uuid, uuid, jsonb),
  links_follow_task() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lead_links(text, uuid, uuid), lead_links_back(text, uuid, uuid, jsonb) TO sauro_rows;
