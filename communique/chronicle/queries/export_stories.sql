SELECT s.id, s.page, s.headline, s.credits, s.published, s.blocks, r."of" AS reprint_of, r.because AS reprint_because
FROM stories AS s LEFT JOIN reprints AS r ON r.story = s.id
ORDER BY s.id;
