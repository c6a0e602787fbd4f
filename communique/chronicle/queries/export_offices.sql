SELECT pe.person, e.story, e.offices
FROM person_entities AS pe JOIN entities AS e ON e.id = pe.entity
WHERE e.offices <> '[]'
ORDER BY pe.person, e.id;
