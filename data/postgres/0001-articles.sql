-- Articles lie in chunks: up to some thousand articles that were imported together, with their part of the index. A chunk never
-- changes; one that has to is made anew under another number, which is never used again.
CREATE TABLE dateline_corpus (
  -- Grows by one with each chunk that is written.
  edition integer NOT NULL,
  next_chunk integer NOT NULL
);
INSERT INTO dateline_corpus VALUES (0, 0);

CREATE TABLE dateline_chunk (
  chunk integer PRIMARY KEY,
  -- The chunks' order, which is that of the articles.
  ordinal integer NOT NULL,
  -- What the index was made by: FORMAT in chunkContents.ts.
  format integer NOT NULL,
  articles integer NOT NULL,
  -- How many terms each sentence has, 4 bytes each, the lowest first.
  lengths bytea NOT NULL,
  -- JSON: the short forms that the articles explain, and the articles that could not be indexed.
  acronyms text NOT NULL,
  problems text NOT NULL
);

-- What is read of an article while answering is found by its chunk and its place there.
CREATE TABLE dateline_article (
  chunk integer NOT NULL,
  place integer NOT NULL,
  -- JSON strings, as an id may hold what PostgreSQL's text may not.
  id text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  -- JSON: what is known of it without its text.
  head text NOT NULL,
  sentences integer NOT NULL,
  terms integer NOT NULL,
  -- JSON: the rest of it.
  contents text NOT NULL,
  PRIMARY KEY (chunk, place)
) PARTITION BY HASH (chunk);
CREATE TABLE dateline_article_0 PARTITION OF dateline_article FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE dateline_article_1 PARTITION OF dateline_article FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE dateline_article_2 PARTITION OF dateline_article FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE dateline_article_3 PARTITION OF dateline_article FOR VALUES WITH (MODULUS 4, REMAINDER 3);

-- A term in one chunk.
CREATE TABLE dateline_posting (
  term text COLLATE "C" NOT NULL,
  chunk integer NOT NULL,
  -- Which of the chunk's terms it is, by first meeting; null when only titles have it.
  rank integer,
  surface text NOT NULL,
  sentence_count integer NOT NULL,
  article_count integer NOT NULL,
  -- How often it stands inside a sentence, and how often it has a capital there.
  inner_count integer NOT NULL,
  capital_count integer NOT NULL,
  -- Where it stands: 2 bytes a sentence or article, by its number in the chunk, then 1 byte each, how often.
  sentences bytea NOT NULL,
  articles bytea NOT NULL,
  -- JSON: how it stands as a name; null when it never has a capital.
  names text,
  PRIMARY KEY (term, chunk)
) PARTITION BY HASH (chunk);
CREATE TABLE dateline_posting_0 PARTITION OF dateline_posting FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE dateline_posting_1 PARTITION OF dateline_posting FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE dateline_posting_2 PARTITION OF dateline_posting FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE dateline_posting_3 PARTITION OF dateline_posting FOR VALUES WITH (MODULUS 4, REMAINDER 3);
CREATE INDEX dateline_posting_chunk ON dateline_posting (chunk);
