SELECT a.*, ea.event
FROM accounts AS a LEFT JOIN event_accounts AS ea ON ea.account = a.id
ORDER BY a.story, a.start, a.id;
