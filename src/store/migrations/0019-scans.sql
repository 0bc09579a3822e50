-- Scans on their way into the register: sent, found to bear no mark of secrecy, and read page by page by a job.

CREATE TABLE scan (
  province_id   integer     NOT NULL REFERENCES reference.province (id),
  id            uuid        NOT NULL,
  sent_at       timestamptz NOT NULL,
  -- The person's id, and the network address that he sent it from.
  sent_by       text        NOT NULL,
  sent_from     text,
  -- All files are one document, the main text first.
  together      boolean     NOT NULL,
  -- Keys of duplicates that are taken in all the same.
  force         text[]      NOT NULL DEFAULT '{}',
  -- The person declared that the files hold no state secret.
  declared_open boolean     NOT NULL,
  -- Pages to be read off pictures, and those that were.
  pages         integer     NOT NULL,
  pages_read    integer     NOT NULL DEFAULT 0,
  -- Who reads it now: a token that is drawn anew each time that reading begins.
  claim         uuid,
  -- When reading began (last), and how many pages were read by then.
  begun_at      timestamptz,
  begun_pages   integer     NOT NULL DEFAULT 0,
  page_at       timestamptz,
  -- How often reading began since a page was read.
  tries         integer     NOT NULL DEFAULT 0,
  -- What became of the files, document by document.
  outcomes      jsonb       NOT NULL DEFAULT '[]',
  -- The end: with outcomes, with a failure of the whole, or called off.
  ended_at      timestamptz,
  failure       jsonb,
  cancelled_at  timestamptz,
  PRIMARY KEY (province_id, id)
);
CREATE INDEX scan_open ON scan (province_id, sent_at) WHERE ended_at IS NULL;

-- The files of a scan, which lie in the file store.
CREATE TABLE scan_file (
  province_id integer NOT NULL,
  scan_id     uuid    NOT NULL,
  position    integer NOT NULL,
  name        text    NOT NULL,
  sha256      text    NOT NULL,
  size        bigint  NOT NULL,
  PRIMARY KEY (province_id, scan_id, position),
  FOREIGN KEY (province_id, scan_id) REFERENCES scan (province_id, id) ON DELETE CASCADE
);
CREATE INDEX scan_file_sha256 ON scan_file (province_id, sha256);

-- Pages of files as they were read off their pictures.
CREATE TABLE file_page (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  sha256      text        NOT NULL,
  page        integer     NOT NULL,
  reading     jsonb       NOT NULL,
  read_at     timestamptz NOT NULL,
  PRIMARY KEY (province_id, sha256, page)
);

SELECT guard_province('scan', 'scan_file', 'file_page');

-- How much of all provinces is read before a scan sent at an instant: counts alone, the queue being one for all. It leaves
-- the province open that was open before.
CREATE FUNCTION scans_before(sent timestamptz) RETURNS TABLE (scans bigint, pages bigint) LANGUAGE plpgsql AS $$
DECLARE
  own text := current_setting('app.province', true);
  province integer;
  these record;
BEGIN
  scans := 0;
  pages := 0;
  FOR province IN SELECT id FROM reference.province ORDER BY id LOOP
    PERFORM set_config('app.province', province::text, true);
    SELECT count(*) AS n, coalesce(sum(greatest(s.pages - s.pages_read, 0)), 0) AS p INTO these
      FROM scan s WHERE s.province_id = province AND s.ended_at IS NULL AND s.sent_at < sent;
    scans := scans + these.n;
    pages := pages + these.p;
  END LOOP;
  PERFORM set_config('app.province', coalesce(own, ''), true);
  RETURN NEXT;
END
$$;
