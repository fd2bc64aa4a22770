-- SPDX-FileCopyrightText: 2026 The HMS-ACT authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who asked and what for never changes, but an activity that ends was written anew to the keys of both: among a million citizens
-- each to a page of its own, and after a checkpoint as a whole page to the log. Their keys are on rows of their own now.
CREATE TABLE activity_request (
  citizen_id text COLLATE "C" NOT NULL,
  activity_id bigint NOT NULL,
  intent text COLLATE "C" NOT NULL,
  PRIMARY KEY (citizen_id, activity_id)
);
LOCK TABLE activity IN ACCESS EXCLUSIVE MODE;
INSERT INTO activity_request (citizen_id, activity_id, intent) SELECT citizen_id, id, intent FROM activity;
CREATE INDEX activity_request_intent ON activity_request (intent, activity_id);
DROP INDEX activity_citizen;
DROP INDEX activity_intent;
CREATE FUNCTION activity_requested() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  INSERT INTO activity_request (citizen_id, activity_id, intent) SELECT citizen_id, id, intent FROM new_activity;
  RETURN NULL;
END $$;
CREATE TRIGGER activity_requested AFTER INSERT ON activity REFERENCING NEW TABLE AS new_activity
  FOR EACH STATEMENT EXECUTE FUNCTION activity_requested();
