SELECT p.*, pe.person
FROM participants AS p LEFT JOIN person_entities AS pe ON pe.entity = p.entity
ORDER BY p.account, p.number;
