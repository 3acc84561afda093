-- The portal's whole database: made from the feed alone, so it may be thrown away at any time and made anew.
-- A replica is a copy of this file.

CREATE TABLE place (            -- how far the feed was read, and the signed head that proves it
  one INTEGER PRIMARY KEY CHECK (one = 1),
  size INTEGER NOT NULL, edge BLOB NOT NULL, note TEXT NOT NULL, vkey TEXT NOT NULL,
  turn INTEGER NOT NULL         -- grows whenever anything changed, so that every process sees it
);
CREATE TABLE entry (            -- every entry of the public log; raw is the record
  i INTEGER PRIMARY KEY, ref TEXT, op TEXT NOT NULL, at TEXT NOT NULL, code TEXT, reason TEXT, raw BLOB NOT NULL
);
CREATE INDEX entry_ref ON entry (ref);
CREATE INDEX entry_anchor ON entry (i) WHERE op = 'anchor';
CREATE TABLE promise (          -- every commitment ever published; without its item row the content is gone
  commitment TEXT PRIMARY KEY, entry INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE item (             -- the contents that belong to the public now
  commitment TEXT PRIMARY KEY, salt BLOB NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL
);
CREATE TABLE record (           -- one row per published decision; id grows with the order of publication
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE, slug TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
  first INTEGER NOT NULL, newest INTEGER NOT NULL,
  notice TEXT, text TEXT,       -- commitments
  number TEXT, title TEXT, party TEXT, cause TEXT, conclusion TEXT, category TEXT, unit TEXT, item_code TEXT,
  amount INTEGER, workday INTEGER, allowed INTEGER,
  decided_on TEXT, published_on TEXT,
  trouble TEXT,                 -- why the content could not be verified
  body TEXT NOT NULL,           -- what is searched; kept because FTS5 deletes by the old text
  seal TEXT NOT NULL            -- digest of all the columns but id: a cell that was changed is not shown
);
CREATE INDEX record_slug ON record (slug);
CREATE INDEX record_decided ON record (decided_on, state);
CREATE INDEX record_state ON record (state);
CREATE INDEX record_item ON record (item_code, decided_on);
CREATE TABLE word (             -- what the filter 处罚类别 offers: the kinds of penalty and of enforcement
  word TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (word, id)
) WITHOUT ROWID;
CREATE TABLE page (             -- items of the list of powers, and the agency
  ref TEXT PRIMARY KEY, kind TEXT NOT NULL, slug TEXT NOT NULL, state TEXT NOT NULL,
  newest INTEGER NOT NULL, notice TEXT, trouble TEXT, seal TEXT NOT NULL
);
-- prefix: a search for one character is a search for the beginning of a pair, thirty times quicker with it
CREATE VIRTUAL TABLE find USING fts5(
  body, content='', prefix='1', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'"
);
