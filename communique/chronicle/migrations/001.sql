-- The chronicle's first schema. A span is a pair of columns start/end: [start, end) in code points of pages.text.
-- Days are ISO dates, "at" is a UTC minute. Columns named because, via, blocks, names, offices hold JSON.
-- version says which reader and rules wrote the row.

CREATE TABLE versions (
  id          INTEGER PRIMARY KEY,
  communique  TEXT NOT NULL,
  reader      TEXT NOT NULL,
  rules       TEXT NOT NULL,
  since       TEXT NOT NULL,
  UNIQUE (communique, reader, rules)
) STRICT;

CREATE TABLE pages (
  id       TEXT PRIMARY KEY,
  source   TEXT NOT NULL,
  address  TEXT,
  form     TEXT NOT NULL,
  sha256   TEXT NOT NULL,
  chars    INTEGER NOT NULL,
  text     TEXT NOT NULL,
  metas    TEXT NOT NULL,
  damage   TEXT NOT NULL,
  outlet   TEXT,
  outlet_start INTEGER,
  outlet_end   INTEGER,
  outlet_because TEXT,
  loose    TEXT NOT NULL,
  version  INTEGER NOT NULL REFERENCES versions (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stories (
  id        TEXT PRIMARY KEY,
  page      TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  headline  TEXT,
  headline_start INTEGER,
  headline_end   INTEGER,
  outlet    TEXT,
  wire      TEXT,
  byline    TEXT,
  dateline  TEXT,
  credits   TEXT NOT NULL,
  first     TEXT,
  last      TEXT,
  published TEXT,
  blocks    TEXT NOT NULL,
  body      TEXT NOT NULL,
  version   INTEGER NOT NULL REFERENCES versions (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stories_page ON stories (page);
CREATE INDEX stories_first ON stories (first);

CREATE TABLE entities (
  id       TEXT PRIMARY KEY,
  story    TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  kind     TEXT NOT NULL,
  name     TEXT NOT NULL,
  names    TEXT NOT NULL,
  country  TEXT,
  offices  TEXT NOT NULL,
  known    TEXT,
  because  TEXT NOT NULL,
  version  INTEGER NOT NULL REFERENCES versions (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_story ON entities (story);

CREATE TABLE mentions (
  story    TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  text     TEXT NOT NULL,
  how      TEXT NOT NULL,
  entity   TEXT,
  because  TEXT NOT NULL,
  version  INTEGER NOT NULL REFERENCES versions (id)
) STRICT;
CREATE INDEX mentions_story ON mentions (story);

CREATE TABLE quotes (
  id       TEXT PRIMARY KEY,
  story    TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  text     TEXT NOT NULL,
  mode     TEXT NOT NULL,
  speaker  TEXT,
  entity   TEXT,
  speaker_start INTEGER,
  speaker_end   INTEGER,
  speaker_because TEXT,
  cue_start INTEGER,
  cue_end   INTEGER,
  via      TEXT NOT NULL,
  because  TEXT NOT NULL,
  version  INTEGER NOT NULL REFERENCES versions (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX quotes_story ON quotes (story);

CREATE TABLE accounts (
  id       TEXT PRIMARY KEY,
  story    TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  kind     TEXT NOT NULL,
  status   TEXT NOT NULL,
  background INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  first    TEXT,
  last     TEXT,
  days     TEXT,
  place    TEXT,
  country  TEXT,
  place_found TEXT,
  because  TEXT NOT NULL,
  version  INTEGER NOT NULL REFERENCES versions (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX accounts_story ON accounts (story);

CREATE TABLE participants (
  account  TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  number   INTEGER NOT NULL,
  name     TEXT NOT NULL,
  part     TEXT NOT NULL,
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  entity   TEXT,
  country  TEXT,
  version  INTEGER NOT NULL REFERENCES versions (id),
  PRIMARY KEY (account, number)
) STRICT, WITHOUT ROWID;

-- What was left out, and why. page is the page's id, or the source of what never became a page.
CREATE TABLE dropped (
  page     TEXT NOT NULL,
  story    TEXT,
  what     TEXT NOT NULL,
  reason   TEXT NOT NULL,
  start    INTEGER,
  "end"    INTEGER,
  scope    TEXT NOT NULL CHECK (scope IN ('page', 'links')),
  version  INTEGER NOT NULL REFERENCES versions (id)
) STRICT;
CREATE INDEX dropped_page ON dropped (page);

-- What only all stories together can say; written anew whenever pages are added.
CREATE TABLE people (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  names    TEXT NOT NULL,
  country  TEXT,
  because  TEXT NOT NULL,
  version  INTEGER NOT NULL REFERENCES versions (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_entities (
  person   TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  entity   TEXT PRIMARY KEY,
  version  INTEGER NOT NULL REFERENCES versions (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_entities_person ON person_entities (person);

CREATE TABLE events (
  id       TEXT PRIMARY KEY,
  kind     TEXT NOT NULL,
  plover_type TEXT NOT NULL,
  plover_mode TEXT,
  status   TEXT NOT NULL,
  first    TEXT,
  last     TEXT,
  days     TEXT,
  place    TEXT,
  country  TEXT,
  place_found TEXT,
  pages    INTEGER NOT NULL,
  texts    INTEGER NOT NULL,
  origins  INTEGER NOT NULL,
  because  TEXT NOT NULL,
  version  INTEGER NOT NULL REFERENCES versions (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_first ON events (first);

CREATE TABLE event_participants (
  event    TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  number   INTEGER NOT NULL,
  name     TEXT NOT NULL,
  part     TEXT NOT NULL,
  person   TEXT,
  country  TEXT,
  version  INTEGER NOT NULL REFERENCES versions (id),
  PRIMARY KEY (event, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_participants_person ON event_participants (person);
CREATE INDEX event_participants_country ON event_participants (country);

CREATE TABLE event_accounts (
  event    TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  account  TEXT PRIMARY KEY,
  version  INTEGER NOT NULL REFERENCES versions (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_accounts_event ON event_accounts (event);

CREATE TABLE reprints (
  story    TEXT PRIMARY KEY,
  "of"     TEXT NOT NULL,
  because  TEXT NOT NULL,
  version  INTEGER NOT NULL REFERENCES versions (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE same_words (
  one      TEXT NOT NULL,
  other    TEXT NOT NULL,
  because  TEXT NOT NULL,
  version  INTEGER NOT NULL REFERENCES versions (id),
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

-- One row: who is writing, and whether the links are those of the pages.
CREATE TABLE state (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  linked   INTEGER NOT NULL,
  host     TEXT,
  pid      INTEGER,
  beat     TEXT
) STRICT;
INSERT INTO state (id, linked) VALUES (1, 1);

CREATE VIRTUAL TABLE search USING fts5 (
  kind UNINDEXED, id UNINDEXED, story UNINDEXED, text, tokenize = "unicode61 remove_diacritics 2"
);
