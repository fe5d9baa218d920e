-- Notices to officers away from the console. They hold nothing of a case. Runs on PostgreSQL and on H2.

-- Where an officer is told that something waits, as the list of officers says.
alter table officer add column email varchar(254);

create table notice (
    id       uuid                     not null primary key,
    way      varchar(8)               not null, -- EMAIL or WEBHOOK
    officer  char(32) references officer (id),  -- none for a webhook
    urgency  varchar(12)              not null,
    waiting  integer                  not null, -- how many messages it was made for
    made_at  timestamp with time zone not null,
    state    varchar(8)               not null,
    attempts integer                  not null,
    next_at  timestamp with time zone,          -- when it is tried; none once it has ended
    ended_at timestamp with time zone,
    reason   varchar(24)                        -- why it did not go
);
create index notice_next on notice (next_at);

-- For which step of the ladder a notice was made.
create table ladder_notice (
    call_id   bigint not null references ladder_call,
    notice_id uuid   not null references notice,
    primary key (call_id, notice_id)
);
