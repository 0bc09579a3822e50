-- The document that shows the event from which the term of an occurrence runs; its day is the day the work begins.
ALTER TABLE occurrence ADD COLUMN event_document text CHECK (event_document IS NULL OR due_basis = 'term');
