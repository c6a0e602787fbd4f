SELECT kind, status, count(*) AS number FROM events GROUP BY kind, status ORDER BY number DESC, kind, status;
