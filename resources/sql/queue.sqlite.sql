-- Else what was asked for would be looked for first, among all that ever were.
-- fragment: queue.where.intent_of_open
+a.intent = :intent
