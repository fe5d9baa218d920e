-- Signing in with an account of the ministry (OpenID Connect). Runs on PostgreSQL and on H2.
create table ministry_link (
    officer_id char(32)  not null primary key references officer (id),
    account    char(64)  not null unique, -- hash of issuer and subject
    linked_at  timestamp with time zone not null
);

-- Who is away at the provider, or has come back and has something left to do. Forgotten after ten minutes.
create table ministry_errand (
    id         char(64)      not null primary key, -- hash of the cookie of the browser that set out
    purpose    varchar(16)   not null,
    stage      varchar(16)   not null,
    officer_id char(32) references officer (id),
    session_id char(64),
    back       varchar(2000) not null,
    kept       bytea,                              -- the form that waits for a fresh proof, encrypted
    began_at   timestamp with time zone not null
);
create index ministry_errand_began on ministry_errand (began_at);
create index ministry_errand_session on ministry_errand (session_id);

-- Whether the session began with a second factor that somebody else vouched for.
alter table signed_in add column second_factor boolean default false not null;
