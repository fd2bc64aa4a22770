-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people say of a machine's work; what is counted as it happens; contents of artefacts in pieces, so that no row and no
-- statement holds a whole one.
ALTER TABLE task ADD COLUMN oversight text NOT NULL DEFAULT '{}';
CREATE TABLE tally (
  name text COLLATE "C" PRIMARY KEY,
  total bigint NOT NULL
);
CREATE TABLE artefact_chunk (
  sha256 bytea NOT NULL REFERENCES artefact_content (sha256) ON DELETE CASCADE,
  position bigint NOT NULL CHECK (position >= 0),
  bytes bytea NOT NULL CHECK (length(bytes) BETWEEN 1 AND 262144),
  PRIMARY KEY (sha256, position)
);
INSERT INTO artefact_chunk (sha256, position, bytes)
SELECT c.sha256, n.i, substring(c.bytes FROM n.i * 262144 + 1 FOR 262144)
FROM artefact_content c JOIN generate_series(0, 127) AS n (i) ON n.i * 262144 < length(c.bytes);
ALTER TABLE artefact_content ADD COLUMN size_bytes bigint NOT NULL DEFAULT 0;
UPDATE artefact_content SET size_bytes = length(bytes);
ALTER TABLE artefact_content DROP COLUMN bytes;
INSERT INTO tally (name, total)
VALUES ('artefact_bytes', (SELECT coalesce(sum(size_bytes), 0) FROM artefact_content)), ('review_approved', 0),
       ('review_corrected', 0), ('review_rejected', 0), ('review_abstained', 0), ('review_timed_out', 0);
