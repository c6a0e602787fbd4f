SELECT what, reason, count(*) AS number FROM dropped GROUP BY what, reason ORDER BY number DESC, what, reason LIMIT 40;
