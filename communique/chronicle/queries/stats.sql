SELECT 'pages' AS name, count(*) AS number FROM pages
UNION ALL SELECT 'stories', count(*) FROM stories
UNION ALL SELECT 'stories dated', count(*) FROM stories WHERE first IS NOT NULL AND last IS NOT NULL
UNION ALL SELECT 'reprints', count(*) FROM reprints
UNION ALL SELECT 'people', count(*) FROM people
UNION ALL SELECT 'quotes', count(*) FROM quotes
UNION ALL SELECT 'quotes with a speaker', count(*) FROM quotes WHERE speaker IS NOT NULL
UNION ALL SELECT 'same words', count(*) FROM same_words
UNION ALL SELECT 'accounts', count(*) FROM accounts
UNION ALL SELECT 'events', count(*) FROM events
UNION ALL SELECT 'dropped', count(*) FROM dropped;
