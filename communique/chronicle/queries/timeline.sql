-- Events, earliest first, undated last. A NULL parameter does not filter.
SELECT e.*
FROM events AS e
WHERE (:kind IS NULL OR e.kind = :kind)
  AND (:status IS NULL OR e.status = :status)
  AND (:since IS NULL OR e.last IS NULL OR e.last >= :since)
  AND (:until IS NULL OR e.first IS NULL OR e.first <= :until)
  AND ((:since IS NULL AND :until IS NULL) OR e.first IS NOT NULL OR e.last IS NOT NULL)
  AND (:one IS NULL OR EXISTS (SELECT 1 FROM event_participants AS m WHERE m.event = e.id AND m.country = :one))
  AND (:other IS NULL OR EXISTS (SELECT 1 FROM event_participants AS m WHERE m.event = e.id AND m.country = :other))
  AND (:person IS NULL OR EXISTS (
    SELECT 1 FROM event_participants AS m LEFT JOIN people AS p ON p.id = m.person
    WHERE m.event = e.id AND (m.person = :person OR fold(m.name) LIKE '%' || fold(:person) || '%'
      OR fold(p.names) LIKE '%' || fold(:person) || '%')))
ORDER BY coalesce(e.first, e.last) IS NULL, coalesce(e.first, e.last), e.last, e.id;
