-- fragment: event.lock
FOR UPDATE
