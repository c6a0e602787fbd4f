-- The quotes of the stories that report one event, in text order.
SELECT q.*, s.page
FROM quotes AS q JOIN stories AS s ON s.id = q.story
WHERE q.story IN (SELECT a.story FROM event_accounts AS ea JOIN accounts AS a ON a.id = ea.account WHERE ea.event = :event)
ORDER BY q.story, q.start;
