-- A list of records looks into every record of its register. Values stay in their row and as they are, up to a page of the
-- disk: taking packed ones apart for each field took four times as long as reading them. Rows that stand are so from their
-- next change on.
ALTER TABLE record ALTER COLUMN "values" SET STORAGE EXTERNAL;
ALTER TABLE record SET (toast_tuple_target = 8160);

-- The links that a list counts to narrow by, so that it reads no other and none of their rows.
CREATE INDEX record_link_named ON record_link (province_id, record_id) INCLUDE (field, target_id)
  WHERE kind IN ('record', 'unit');
