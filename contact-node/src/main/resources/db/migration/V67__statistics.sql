-- What was published about a closed period, once and for all: rounded numbers of groups, and nothing of anybody. Runs on
-- PostgreSQL and on H2.
create table statistics_release (
    period      varchar(8)               not null primary key, -- '2026', or '2026-Q3'
    released_at timestamp with time zone not null
);

create table statistics_figure (
    period varchar(8)  not null references statistics_release,
    name   varchar(32) not null, -- of the table
    line   varchar(64) not null, -- a code, '*' of the total
    figure integer,              -- null: not shown
    primary key (period, name, line)
);

-- What happened in a period.
create index case_event_kind on case_event (kind, recorded_at);
create index recall_at on recall (recalled_at);
