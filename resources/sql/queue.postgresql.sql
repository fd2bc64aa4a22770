-- fragment: queue.where.states
strpos(:states, '|' || t.state || '|') > 0

-- fragment: queue.where.text
(t.name ILIKE :text ESCAPE '\' OR a.intent ILIKE :text ESCAPE '\' OR a.citizen_id ILIKE :text ESCAPE '\'
 OR t.worker_id ILIKE :text ESCAPE '\')
