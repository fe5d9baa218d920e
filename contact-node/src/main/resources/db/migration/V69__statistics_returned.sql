-- What contact points returned to this one as the Secretariat: published figures of groups, and nothing of anybody. Runs
-- on PostgreSQL and on H2.
create table statistics_return (
    id          uuid                     not null primary key,
    sender      varchar(2)               not null,
    given_id    uuid                     not null, -- as its sender gave it
    period      varchar(8)               not null, -- '2026'
    mode        varchar(8)               not null,
    number      integer                  not null, -- version, from 1
    reason      varchar(40),                       -- of a correction, code of list correction-reason
    withdrawn   varchar(2400)            not null, -- names of the tables that it takes back
    released_at timestamp with time zone not null, -- there
    pseudonym   varchar(64)              not null, -- of their officer
    received_at timestamp with time zone not null,
    opened_at   timestamp with time zone,
    tell_at     timestamp with time zone,          -- when its sender is to be told that it was opened; null once told
    unique (period, mode, sender, number),
    unique (sender, given_id)
);
create index statistics_return_unopened on statistics_return (mode, opened_at);
create index statistics_return_tell on statistics_return (tell_at);

create table statistics_return_figure (
    return_id uuid        not null references statistics_return (id),
    name      varchar(32) not null, -- of the table
    line      varchar(64) not null, -- a code, '*' of the total
    figure    integer,              -- null: not shown
    primary key (return_id, name, line)
);
