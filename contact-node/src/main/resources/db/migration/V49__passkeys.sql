-- Passkeys: an officer signs in with a device that verifies who holds it. Runs on PostgreSQL and on H2.

-- What an authenticator knows the officer by: random, and never the name.
alter table officer add column passkey_handle varchar(43);
create unique index officer_passkey_handle on officer (passkey_handle);

create table passkey (
    id         uuid                     not null primary key,
    officer_id char(32)                 not null references officer (id),
    credential varchar(1400)            not null unique, -- its id, base64url
    host       varchar(253)             not null,        -- name of the console under which alone it works
    public_key varchar(4000)            not null,        -- with what the authenticator said when it was made; base64url
    counter    bigint                   not null,        -- of signatures; always 0 from authenticators that count none
    synced     boolean                  not null,        -- whether it may leave the device it was made on
    transports varchar(100)             not null,
    name       varchar(60)              not null,
    added_at   timestamp with time zone not null,
    used_at    timestamp with time zone,
    stopped_at timestamp with time zone                  -- since when it opens nothing: it looked like a copy
);
create index passkey_officer on passkey (officer_id, added_at);

-- What was given out to be signed; a row goes when it is used or too old.
create table passkey_challenge (
    id       char(64)                 not null primary key, -- a hash of it
    used_for varchar(8)               not null,             -- ENTER, PROVE, ADD
    browser  char(64)                 not null,             -- a hash that names the browser it was given to
    source   char(64)                 not null,
    until_at timestamp with time zone not null
);
create index passkey_challenge_source on passkey_challenge (source, until_at);
create index passkey_challenge_until on passkey_challenge (until_at);
