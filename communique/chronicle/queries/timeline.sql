-- Events, earliest first, undated last, each with the words of one account (news before background). A NULL parameter does not filter.
SELECT e.*, (
    SELECT substr(p.text, a.start + 1, a."end" - a.start)
    FROM event_accounts AS ea JOIN accounts AS a ON a.id = ea.account JOIN stories AS s ON s.id = a.story JOIN pages AS p ON p.id = s.page
    WHERE ea.event = e.id ORDER BY a.background, a.id LIMIT 1
  ) AS words,
  (SELECT min(a.background) FROM event_accounts AS ea JOIN accounts AS a ON a.id = ea.account WHERE ea.event = e.id) AS recalled
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
