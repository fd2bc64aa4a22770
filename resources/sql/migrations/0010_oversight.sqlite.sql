-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people say of a machine's work; what is counted as it happens; contents of artefacts in pieces, so that no row and no
-- statement holds a whole one.
ALTER TABLE task ADD COLUMN oversight TEXT NOT NULL DEFAULT '{}';
CREATE TABLE tally (
  name TEXT PRIMARY KEY,
  total INTEGER NOT NULL
) STRICT;
CREATE TABLE artefact_chunk (
  sha256 BLOB NOT NULL REFERENCES artefact_content (sha256) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 262144),
  PRIMARY KEY (sha256, position)
) STRICT;
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 127)
INSERT INTO artefact_chunk (sha256, position, bytes)
SELECT c.sha256, n.i, substr(c.bytes, n.i * 262144 + 1, 262144) FROM artefact_content c JOIN n ON n.i * 262144 < length(c.bytes);
ALTER TABLE artefact_content ADD COLUMN size_bytes INTEGER NOT NULL DEFAULT 0;
UPDATE artefact_content SET size_bytes = length(bytes);
ALTER TABLE artefact_content DROP COLUMN bytes;
INSERT INTO tally (name, total)
VALUES ('artefact_bytes', (SELECT coalesce(sum(size_bytes), 0) FROM artefact_content)), ('review_approved', 0),
       ('review_corrected', 0), ('review_rejected', 0), ('review_abstained', 0), ('review_timed_out', 0);
