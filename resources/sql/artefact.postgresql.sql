-- fragment: artefact.lock
FOR UPDATE
