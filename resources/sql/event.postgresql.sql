-- Written on PostgreSQL: many rows in one statement, an array for each column.
-- fragment: event.lock
FOR UPDATE
