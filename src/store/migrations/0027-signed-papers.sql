-- Signed documents that units send back: they wait until a person says which duties they answer.

CREATE TABLE signed_paper (
  province_id integer     NOT NULL REFERENCES reference.province (id),
  id          uuid        NOT NULL,
  sent_at     timestamptz NOT NULL,
  -- The person's id, and how it came.
  sent_by     text        NOT NULL,
  came_by     text        NOT NULL CHECK (came_by IN ('page', 'mail')),
  -- Of a mail: who sent it, its subject, its id.
  mail        jsonb,
  -- The unit and the duty at whose page it was handed in; by mail the unit of the sender.
  unit_id     uuid,
  duty_id     uuid,
  -- As it was read, and whose it is: a unit, another province's, or not known.
  number      text,
  kind        text,
  issuer      text,
  issued_on   date,
  subject     text,
  signer      jsonb,
  cites       jsonb       NOT NULL DEFAULT '[]',
  paragraphs  jsonb       NOT NULL DEFAULT '[]',
  doubts      jsonb       NOT NULL DEFAULT '{}',
  signatures  jsonb       NOT NULL DEFAULT '[]',
  issuer_kind text        NOT NULL CHECK (issuer_kind IN ('unit', 'otherProvince', 'unknown')),
  issuer_id   uuid,
  issuer_doubt real       NOT NULL DEFAULT 0,
  -- The end: it answers duties, or a person put it aside with a reason.
  outcome     text        CHECK (outcome IN ('matched', 'aside')),
  settled_at  timestamptz,
  settled_by  text,
  reason      text,
  version     integer     NOT NULL DEFAULT 1,
  PRIMARY KEY (province_id, id),
  FOREIGN KEY (province_id, unit_id) REFERENCES unit (province_id, id),
  FOREIGN KEY (province_id, issuer_id) REFERENCES unit (province_id, id),
  FOREIGN KEY (province_id, duty_id) REFERENCES duty (province_id, id) ON DELETE SET NULL (duty_id),
  CHECK ((outcome IS NULL) = (settled_at IS NULL))
);
CREATE INDEX signed_paper_open ON signed_paper (province_id, sent_at DESC, id) WHERE outcome IS NULL;
CREATE INDEX signed_paper_settled ON signed_paper (province_id, settled_at DESC, id) WHERE outcome IS NOT NULL;
CREATE INDEX signed_paper_number ON signed_paper (province_id, number);

CREATE TABLE signed_paper_file (
  province_id integer  NOT NULL,
  paper_id    uuid     NOT NULL,
  position    smallint NOT NULL,
  name        text     NOT NULL,
  sha256      text     NOT NULL,
  size        bigint   NOT NULL,
  PRIMARY KEY (province_id, paper_id, position),
  FOREIGN KEY (province_id, paper_id) REFERENCES signed_paper (province_id, id)
);
CREATE INDEX signed_paper_file_sha256 ON signed_paper_file (province_id, sha256);

-- The duties that a paper answers, each by the version of its report that it closes.
CREATE TABLE signed_answer (
  province_id integer NOT NULL,
  paper_id    uuid    NOT NULL,
  duty_id     uuid    NOT NULL,
  report_id   uuid    NOT NULL,
  -- The report was made by the match; else it waited for approval, and waits again when the match is taken back.
  made        boolean NOT NULL,
  PRIMARY KEY (province_id, paper_id, duty_id),
  FOREIGN KEY (province_id, paper_id) REFERENCES signed_paper (province_id, id),
  FOREIGN KEY (province_id, duty_id) REFERENCES duty (province_id, id),
  FOREIGN KEY (province_id, report_id) REFERENCES report (province_id, id)
);
CREATE INDEX signed_answer_duty ON signed_answer (province_id, duty_id);

SELECT guard_province('signed_paper', 'signed_paper_file', 'signed_answer');

-- A scan may be a signed document that was sent back: the unit and the duty at whose page it was handed in.
ALTER TABLE scan ADD COLUMN signed jsonb;
