-- How long the log is kept, what stands for dropped entries, and the ways in which the log is looked through.

-- Months: Nghị định 53/2022/NĐ-CP asks for twelve at least.
ALTER TABLE province_setting ADD COLUMN log_months smallint NOT NULL DEFAULT 12
  CHECK (log_months BETWEEN 12 AND 600);

-- Changes of things stay as their history after their links were dropped: how many there are, and the digest of the chain
-- over all of them in the order of their ids, which the signature of the stump covers too.
ALTER TABLE history_stump ADD COLUMN kept bigint NOT NULL DEFAULT 0;
ALTER TABLE history_stump ADD COLUMN kept_digest text NOT NULL DEFAULT repeat('0', 64);

-- Newest first by any one filter, whatever else the log holds.
CREATE INDEX history_kind ON history (province_id, kind, at DESC, id DESC);
CREATE INDEX history_what ON history (province_id, what, at DESC, id DESC);
DROP INDEX history_who;
CREATE INDEX history_who ON history (province_id, who, at DESC, id DESC);
DROP INDEX history_subject;
CREATE INDEX history_subject ON history (province_id, subject, at DESC, id DESC);

-- A wait that was told to the log is told once for each failure that made it, so that nobody fills the log by waiting.
ALTER TABLE accounts.sign_in_attempts ADD COLUMN wait_told boolean NOT NULL DEFAULT false;
ALTER TABLE accounts.two_factors ADD COLUMN lock_told timestamptz;

-- Opens tables to the province of a session alone, also for their owner; closed where no province was named. Each new
-- table of a province goes through it once, in the step that makes it: SELECT guard_province('one', 'another').
CREATE FUNCTION guard_province(VARIADIC tables text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY tables LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY province ON %I
      USING (province_id = nullif(current_setting('app.province', true), '')::int)
      WITH CHECK (province_id = nullif(current_setting('app.province', true), '')::int)$p$, name);
  END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION guard_province(text[]) FROM PUBLIC;
