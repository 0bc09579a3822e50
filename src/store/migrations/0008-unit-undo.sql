-- What stood before a change of the tree, as far as the change altered it: by it a change is taken back while nothing
-- followed it.
ALTER TABLE unit_change ADD COLUMN undo jsonb;
