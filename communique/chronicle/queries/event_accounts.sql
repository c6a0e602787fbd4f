-- The accounts of one event with their stories and pages, in the order they were published.
SELECT a.*, s.page, s.headline, s.outlet, s.wire, s.first AS story_first, s.last AS story_last, p.source, p.address,
       substr(p.text, a.start + 1, a."end" - a.start) AS words, r."of" AS reprint_of, r.because AS reprint_because
FROM event_accounts AS ea
JOIN accounts AS a ON a.id = ea.account
JOIN stories AS s ON s.id = a.story
JOIN pages AS p ON p.id = s.page
LEFT JOIN reprints AS r ON r.story = s.id
WHERE ea.event = :event
ORDER BY s.first IS NULL, s.first, a.id;
