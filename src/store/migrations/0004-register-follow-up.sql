-- What a person said of parts of a document that the reading could not place, bodies known by the gazetteer, and one
-- key for collectives that differ only in spelling.

-- A part that the reading left out is named by its place among all that it left out of its document, from 0: what was
-- read never changes. "seen" leaves it out with a reason; "task" made a finding of it, which is reviewed like any other.
CREATE TABLE unplaced_mark (
  province_id integer     NOT NULL,
  document_id uuid        NOT NULL,
  position    integer     NOT NULL,
  mark        text        NOT NULL CHECK (mark IN ('seen', 'task')),
  reason      text,
  finding_id  uuid,
  at          timestamptz NOT NULL,
  who         text        NOT NULL,
  PRIMARY KEY (province_id, document_id, position),
  FOREIGN KEY (province_id, document_id) REFERENCES document (province_id, id),
  CHECK ((mark = 'task') = (finding_id IS NOT NULL))
);

ALTER TABLE unplaced_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE unplaced_mark FORCE ROW LEVEL SECURITY;
CREATE POLICY province ON unplaced_mark
  USING (province_id = nullif(current_setting('app.province', true), '')::int)
  WITH CHECK (province_id = nullif(current_setting('app.province', true), '')::int);

-- The body in the gazetteer ("so-ngv"; of a commune with its code, "ubnd-xa/23674"); null: not known there.
ALTER TABLE task_addressee ADD COLUMN unit_id text;

-- As `src/domain/organisation/body-key.ts` makes them; a test compares the two.
ALTER TABLE task_addressee NO FORCE ROW LEVEL SECURITY;
UPDATE task_addressee
   SET name_key = coalesce(nullif(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(name_key,
         '\mubnd\M', 'uy ban nhan dan', 'g'),
         '\m(?:tat ca|toan the|cac|nhung|va)\M', ' ', 'g'),
         '\m(?:co(?= lien quan\M)|cua(?= tinh\M))', ' ', 'g'),
         ' +', ' ', 'g')), ''), name_key)
 WHERE collective;
ALTER TABLE task_addressee FORCE ROW LEVEL SECURITY;
