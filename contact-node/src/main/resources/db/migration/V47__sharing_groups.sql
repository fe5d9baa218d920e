-- Sharing groups of this contact point: its own lists of partners for one common piece of work. Runs on PostgreSQL and
-- on H2.

-- As it is now. What officers called it lies encrypted.
create table sharing_group (
    id          uuid                     not null primary key,
    revision    integer                  not null, -- one more with each change
    members     varchar(200)             not null, -- codes in order, between spaces
    name        bytea                    not null,
    own_ref     bytea,
    purpose     varchar(40)              not null,
    starts_on   date                     not null,
    ends_on     date                     not null, -- the last day, as agreed
    begins_at   timestamp with time zone not null,
    over_at     timestamp with time zone not null  -- earlier than the last day if somebody ended it
);
create index sharing_group_over on sharing_group (over_at, id);

-- What was done to it. Lines are added and never changed: who was a member when is read here.
create table group_act (
    group_id uuid                     not null references sharing_group,
    revision integer                  not null,
    line     smallint                 not null,
    kind     varchar(12)              not null,
    officer  char(32)                 not null references officer (id),
    done_at  timestamp with time zone not null,
    member   varchar(2),
    ground   varchar(40),
    ends_on  date,
    words    bytea,                             -- encrypted
    primary key (group_id, revision, line)
);
