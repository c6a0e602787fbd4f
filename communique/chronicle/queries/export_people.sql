SELECT id, name, names, country, because FROM people ORDER BY name, id;
