SELECT id, source, address, form, sha256, chars, metas, outlet, outlet_start, outlet_end, outlet_because FROM pages ORDER BY source, id;
