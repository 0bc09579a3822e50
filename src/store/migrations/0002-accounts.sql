-- Accounts: people who may sign in. Not of a province: a person is one over the whole country, posts are rows of a
-- province. The first four tables are those of better-auth under our names (a test compares them with what it expects).
CREATE SCHEMA IF NOT EXISTS accounts;

CREATE TABLE accounts.users (
  id             text        PRIMARY KEY,
  name           text        NOT NULL,
  email          text        NOT NULL UNIQUE,
  email_verified boolean     NOT NULL DEFAULT false,
  image          text,
  -- Runs the program: units, accounts, backup. The first one is made by a one-time link.
  administrator  boolean     NOT NULL DEFAULT false,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL
);

CREATE TABLE accounts.sessions (
  id         text        PRIMARY KEY,
  user_id    text        NOT NULL REFERENCES accounts.users (id) ON DELETE CASCADE,
  token      text        NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX sessions_user_id ON accounts.sessions (user_id);

CREATE TABLE accounts.credentials (
  id                       text        PRIMARY KEY,
  user_id                  text        NOT NULL REFERENCES accounts.users (id) ON DELETE CASCADE,
  account_id               text        NOT NULL,
  provider_id              text        NOT NULL,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz NOT NULL,
  updated_at               timestamptz NOT NULL
);
CREATE INDEX credentials_user_id ON accounts.credentials (user_id);

CREATE TABLE accounts.verifications (
  id         text        PRIMARY KEY,
  identifier text        NOT NULL,
  value      text        NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX verifications_identifier ON accounts.verifications (identifier);

-- One-time links that make the first administrator. Only the hash of a token is kept.
CREATE TABLE accounts.setup_links (
  token_hash text        PRIMARY KEY,
  issued_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  CHECK (expires_at > issued_at)
);

-- Attempts to sign in, for slowing down guessing and for the record.
CREATE TABLE accounts.sign_in_attempts (
  id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at        timestamptz NOT NULL,
  email     text        NOT NULL,
  address   text,
  succeeded boolean     NOT NULL
);
CREATE INDEX sign_in_attempts_email ON accounts.sign_in_attempts (email, at);
