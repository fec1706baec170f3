/**
 * Steps by which the SQLite file has grown; the file's user_version counts those it has taken.
 * A step once released is never changed: the next one is added below it.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE session (
    code TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL,
    last_hash TEXT NOT NULL,
    alive_at INTEGER
  ) STRICT;
  CREATE TABLE log (
    code TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    actor TEXT NOT NULL,
    command_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (code, sequence),
    UNIQUE (code, actor, command_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE seat_token (
    code TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
    seat_id TEXT NOT NULL,
    role TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    replaced_hash TEXT UNIQUE,
    PRIMARY KEY (code, seat_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE admin_token (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    code TEXT REFERENCES session ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
]
