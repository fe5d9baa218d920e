-- A message that was sent is corrected: the newest version stands in its place, the others stay readable. Runs on PostgreSQL and
-- on H2.

-- All versions of a message that was corrected, the newest too.
create table case_version (
    message_id  uuid                     not null references case_message,
    version     integer                  not null, -- from 1
    given_id    uuid                     not null, -- as its sender knows it
    author_name varchar(64)              not null,
    digest      varchar(64),
    sent_at     timestamp with time zone not null,
    stored_at   timestamp with time zone not null,
    reason      varchar(40),                       -- why it took the place of the one before
    read_at     timestamp with time zone,          -- when an officer here confirmed that they read it
    read_by     varchar(64),                       -- their pseudonym
    primary key (message_id, version)
);
create index case_version_given on case_version (given_id);

-- What the older ones say, each part sealed under the key of its message.
create table case_version_part (
    message_id  uuid        not null references case_message,
    version     integer     not null,
    compartment varchar(16) not null,
    bytes       bytea       not null,
    primary key (message_id, version, compartment)
);
