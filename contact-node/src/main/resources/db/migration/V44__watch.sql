-- What is watched over: how many cases an officer opens, and cases that were opened by breaking the glass. Runs on
-- PostgreSQL and on H2.

-- Cases of which an officer opened what shows persons, with the last time.
create table read_case (
    officer_id char(32)                 not null references officer (id),
    case_ref   varchar(20)              not null,
    last_at    timestamp with time zone not null,
    primary key (officer_id, case_ref)
);
create index read_case_lately on read_case (officer_id, last_at);

-- What somebody else has to look at.
create table watched (
    id          uuid                     not null primary key,
    kind        varchar(8)               not null, -- GLASS, SPENT, MORE
    officer_id  char(32)                 not null references officer (id),
    case_ref    varchar(20),                       -- of a broken glass
    reason      varchar(16),
    words       bytea,                             -- encrypted
    begun_at    timestamp with time zone not null,
    until_at    timestamp with time zone not null,
    agreed_by   char(32) references officer (id),  -- who agreed that names open too
    agreed_at   timestamp with time zone,
    due_at      timestamp with time zone not null, -- until when somebody looks at it
    reviewed_by char(32) references officer (id),
    reviewed_at timestamp with time zone,
    was_right   boolean,
    finding     bytea                              -- encrypted
);
create index watched_open on watched (reviewed_by, due_at);
create index watched_officer on watched (officer_id, kind, begun_at);
