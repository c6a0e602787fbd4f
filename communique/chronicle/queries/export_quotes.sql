-- A quote belongs to an event where its story reports exactly one as news.
WITH news AS (
  SELECT a.story, min(ea.event) AS event
  FROM accounts AS a JOIN event_accounts AS ea ON ea.account = a.id
  WHERE NOT a.background
  GROUP BY a.story HAVING count(DISTINCT ea.event) = 1
)
SELECT q.*, pe.person, n.event
FROM quotes AS q
LEFT JOIN person_entities AS pe ON pe.entity = q.entity
LEFT JOIN news AS n ON n.story = q.story
ORDER BY q.story, q.start, q.id;
