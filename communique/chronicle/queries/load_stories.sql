SELECT s.*, p.source, p.address, p.form, p.sha256, p.text, p.metas, p.damage
FROM stories AS s JOIN pages AS p ON p.id = s.page
ORDER BY s.id;
