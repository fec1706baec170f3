/**
 * Steps by which the PostgreSQL schema has grown; its table schema_version holds how many were taken.
 * A step once released is never changed: the next one is added below it. Steps only add, so that during a rolling update
 * processes of the version before can go on.
 */
export const POSTGRES_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE organisation (
    id text PRIMARY KEY,
    name text NOT NULL,
    key_hash text NOT NULL UNIQUE,
    most_sessions integer NOT NULL,
    most_seats integer NOT NULL
  );
  CREATE TABLE session (
    code text PRIMARY KEY,
    title text NOT NULL,
    created_at bigint NOT NULL,
    epoch integer NOT NULL,
    last_sequence integer NOT NULL,
    last_hash text NOT NULL,
    alive_at bigint,
    owner text,
    organisation text REFERENCES organisation,
    last_at bigint NOT NULL DEFAULT (extract(epoch FROM clock_timestamp()) * 1000)::bigint,
    summary text
  ) WITH (fillfactor = 50);
  CREATE INDEX session_organisation ON session (organisation);
  CREATE TABLE log (
    code text NOT NULL REFERENCES session ON DELETE CASCADE,
    sequence integer NOT NULL,
    actor text NOT NULL,
    command_id text NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (code, sequence),
    UNIQUE (code, actor, command_id)
  );
  CREATE TABLE seat_token (
    code text NOT NULL REFERENCES session ON DELETE CASCADE,
    seat_id text NOT NULL,
    role text NOT NULL,
    hash text NOT NULL UNIQUE,
    replaced_hash text UNIQUE,
    PRIMARY KEY (code, seat_id)
  );
  CREATE TABLE admin_token (
    hash text PRIMARY KEY,
    kind text NOT NULL,
    code text REFERENCES session ON DELETE CASCADE,
    organisation text REFERENCES organisation ON DELETE CASCADE,
    expires_at bigint NOT NULL
  );
  CREATE INDEX admin_token_code ON admin_token (code);
  CREATE TABLE meta (key text PRIMARY KEY, value text NOT NULL);
  CREATE TABLE turn (job text PRIMARY KEY, taken_at timestamptz NOT NULL);
  CREATE TABLE process (id text PRIMARY KEY, serving boolean NOT NULL, beat_at timestamptz NOT NULL);
  `,
]
