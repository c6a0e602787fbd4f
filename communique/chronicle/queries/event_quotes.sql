-- The quotes of the stories that report one event, in text order.
SELECT q.*, s.page, pe.person, substr(p.text, q.cue_start + 1, q.cue_end - q.cue_start) AS cue
FROM quotes AS q JOIN stories AS s ON s.id = q.story JOIN pages AS p ON p.id = s.page
LEFT JOIN person_entities AS pe ON pe.entity = q.entity
WHERE q.story IN (SELECT a.story FROM event_accounts AS ea JOIN accounts AS a ON a.id = ea.account WHERE ea.event = :event)
ORDER BY q.story, q.start;
