-- Signing in with more than a password: second factors, passkeys, single sign-on; invitations and links for one use; how
-- long a session lives. Asked before any province is known, so none of it is of a province; of secrets only hashes stand
-- here, or what is encrypted with the key of the installation.

-- The fields and the table of better-auth's second factor.
ALTER TABLE accounts.users ADD COLUMN two_factor_enabled boolean DEFAULT false;
-- The number that the person's own office knows him by; single sign-on may name him by it.
ALTER TABLE accounts.users ADD COLUMN official_id text UNIQUE;
CREATE TABLE accounts.two_factors (
  id                        text        PRIMARY KEY,
  secret                    text        NOT NULL,
  backup_codes              text        NOT NULL,
  user_id                   text        NOT NULL UNIQUE REFERENCES accounts.users (id) ON DELETE CASCADE,
  verified                  boolean     DEFAULT true,
  failed_verification_count integer     DEFAULT 0,
  locked_until              timestamptz,
  -- A code that opened is not taken again while it is valid (hash).
  last_code                 text,
  last_code_at              timestamptz
);
CREATE INDEX two_factors_secret ON accounts.two_factors (secret);

-- Keys that a device or a security key keeps for the person (WebAuthn level 3).
CREATE TABLE accounts.passkeys (
  id            uuid        PRIMARY KEY,
  user_id       text        NOT NULL REFERENCES accounts.users (id) ON DELETE CASCADE,
  name          text        NOT NULL,
  credential_id text        NOT NULL UNIQUE,
  public_key    bytea       NOT NULL,
  counter       bigint      NOT NULL,
  transports    jsonb       NOT NULL DEFAULT '[]',
  created_at    timestamptz NOT NULL,
  used_at       timestamptz
);
CREATE INDEX passkeys_user ON accounts.passkeys (user_id);

-- What was asked of a browser and is answered once: the challenge of a passkey, the way to single sign-on and back.
CREATE TABLE accounts.challenges (
  token_hash text        PRIMARY KEY,
  purpose    text        NOT NULL CHECK (purpose IN ('passkeyNew', 'passkeySignIn', 'singleSignOn')),
  user_id    text        REFERENCES accounts.users (id) ON DELETE CASCADE,
  asked      jsonb       NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX challenges_expiry ON accounts.challenges (expires_at);

-- When a session was last used, when the person last proved who he is, and how he came in.
ALTER TABLE accounts.sessions ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE accounts.sessions ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE accounts.sessions ADD COLUMN way text NOT NULL DEFAULT 'password'
  CHECK (way IN ('password', 'passkey', 'singleSignOn', 'link'));

CREATE INDEX sign_in_attempts_address ON accounts.sign_in_attempts (address, at);

-- Somebody is asked to join a province, with the posts that he will have there. Accepted by a code, once.
CREATE TABLE accounts.invitations (
  id           uuid        PRIMARY KEY,
  province_id  integer     NOT NULL REFERENCES reference.province (id),
  name         text        NOT NULL,
  email        text        NOT NULL,
  official_id  text,
  posts        jsonb       NOT NULL,
  code_hash    text        NOT NULL UNIQUE,
  issued_at    timestamptz NOT NULL,
  issued_by    text        NOT NULL,
  expires_at   timestamptz NOT NULL,
  withdrawn_at timestamptz,
  accepted_at  timestamptz,
  accepted_by  text        REFERENCES accounts.users (id) ON DELETE SET NULL,
  -- The posts are given in the register, after the account is there; until then it is made up for.
  entered_at   timestamptz,
  CHECK (expires_at > issued_at)
);
CREATE INDEX invitations_province ON accounts.invitations (province_id, issued_at DESC);
CREATE INDEX invitations_accepted ON accounts.invitations (accepted_by) WHERE entered_at IS NULL;

-- A code for one use that an administrator gives a person who cannot get in (recovery), or that the command line of the
-- machine gives an administrator (entry).
CREATE TABLE accounts.personal_codes (
  id         uuid        PRIMARY KEY,
  user_id    text        NOT NULL REFERENCES accounts.users (id) ON DELETE CASCADE,
  kind       text        NOT NULL CHECK (kind IN ('recovery', 'entry')),
  code_hash  text        NOT NULL UNIQUE,
  issued_at  timestamptz NOT NULL,
  issued_by  text        NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  CHECK (expires_at > issued_at)
);
CREATE INDEX personal_codes_user ON accounts.personal_codes (user_id);
