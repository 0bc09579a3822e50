-- The texts of an agreement by language: a document of the register, or typed.
CREATE TABLE agreement_text (
  province_id  integer NOT NULL REFERENCES reference.province (id),
  record_id    uuid    NOT NULL,
  language     text    NOT NULL,
  is_authentic boolean NOT NULL,
  document_id  uuid,
  -- Null: the text is that of the document.
  content      text,
  PRIMARY KEY (province_id, record_id, language),
  FOREIGN KEY (province_id, record_id) REFERENCES record (province_id, id)
);
SELECT guard_province('agreement_text');
