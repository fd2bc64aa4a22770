-- fragment: archive.lock
FOR UPDATE OF a SKIP LOCKED
