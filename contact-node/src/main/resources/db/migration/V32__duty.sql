-- Who is on duty when, and who was told that a message waits. Runs on PostgreSQL and on H2.

create table duty_shift (
    id        uuid                     not null primary key,
    unit      varchar(80)              not null,
    officer   char(32)                 not null references officer (id),
    stand_in  char(32) references officer (id),
    starts_at timestamp with time zone not null,
    ends_at   timestamp with time zone not null
);
create index duty_shift_end on duty_shift (ends_at);

-- Whoever changes the roster holds this row: of two changes at once the second sees the first.
create table duty_roster (
    id         smallint not null primary key,
    changed_at timestamp with time zone
);
insert into duty_roster (id) values (1);

-- When an item has to be looked at because time has passed; null if never.
alter table desk_item add column call_at timestamp with time zone;
update desk_item set call_at = changed_at where waits = true;
create index desk_item_call on desk_item (call_at);

-- Each step of the ladder is here once, before anybody is told.
create table ladder_call (
    id         bigint generated always as identity primary key,
    item_id    uuid                     not null references desk_item,
    message_id uuid                     not null references case_message,
    clock      varchar(12)              not null, -- ACKNOWLEDGE or ANSWER
    rung       varchar(12)              not null,
    due_at     timestamp with time zone not null,
    done_at    timestamp with time zone not null,
    late       boolean                  not null,
    unique (item_id, clock, rung)
);
create index ladder_call_message on ladder_call (message_id);

create table ladder_told (
    call_id bigint      not null references ladder_call,
    officer char(32)    not null references officer (id),
    at_desk boolean     not null, -- whether a desk of theirs was open then
    primary key (call_id, officer)
);
