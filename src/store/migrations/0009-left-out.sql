-- What a reading left out, apart from the rest of its output: lists and counts then open no large value.
ALTER TABLE document_reading ADD COLUMN left_out jsonb NOT NULL
  GENERATED ALWAYS AS (jsonb_path_query_array(output, '$.ledger.steps[*].rejected[*]')) STORED;
