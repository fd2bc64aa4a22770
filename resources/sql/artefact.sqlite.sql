-- One process, one connection that writes: nobody else could.
-- fragment: artefact.lock

