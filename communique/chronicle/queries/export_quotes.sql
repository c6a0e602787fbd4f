-- A quote belongs to an event where its story reports exactly one as news.
WITH news AS (
  SELECT a.story, min(ea.event) AS event
  FROM accounts AS a JOIN event_accounts AS ea ON ea.account = a.id
  WHERE NOT a.background
  GROUP BY a.story HAVING count(DISTINCT ea.event) = 1
)
SELECT q.*, pe.person, n.event, substr(p.text, q.cue_start + 1, q.cue_end - q.cue_start) AS cue_text
FROM quotes AS q JOIN stories AS s ON s.id = q.story JOIN pages AS p ON p.id = s.page
LEFT JOIN person_entities AS pe ON pe.entity = q.entity
LEFT JOIN news AS n ON n.story = q.story
ORDER BY q.story, q.start, q.id;
