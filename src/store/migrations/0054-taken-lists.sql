-- A list that was taken is remembered for a day, so that all of it can be taken back: when it was taken, and of each record
-- the version that it left with what stood there before. The rows of the file go when it is taken.
ALTER TABLE record_import ADD COLUMN taken_at timestamptz, ADD COLUMN taken jsonb;
