SELECT x.kind, x.id, x.story, snippet(search, 3, '[', ']', ' ... ', 24) AS snippet, s.headline, s.outlet, s.first, s.last, p.source
FROM search AS x JOIN stories AS s ON s.id = x.story JOIN pages AS p ON p.id = s.page
WHERE search MATCH :words
ORDER BY rank, x.id
LIMIT :limit;
