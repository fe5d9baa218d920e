-- Officers of this contact point. The pseudonym is what partners see; names never leave the node.
create table officer (
    id            char(32)     not null primary key,
    username      varchar(64)  not null unique,
    display_name  varchar(120) not null,
    pseudonym     varchar(32)  not null unique,
    roles         varchar(200) not null,
    language      varchar(8)   not null,
    password_hash varchar(200) not null,
    disabled      boolean      not null
);

-- Who is signed in. Kept here so that what was ended stays ended over a restart. Holds a hash of the cookie only.
create table signed_in (
    id         char(64)                 not null primary key,
    officer_id char(32)                 not null references officer (id),
    began_at   timestamp with time zone not null,
    seen_at    timestamp with time zone not null,
    ended_at   timestamp with time zone
);
create index signed_in_officer on signed_in (officer_id);

-- Failed tries to sign in, by a hash of account and source.
create table sign_in_tries (
    id         char(64)                 not null primary key,
    failed     integer                  not null,
    last_at    timestamp with time zone not null,
    wait_until timestamp with time zone not null
);
