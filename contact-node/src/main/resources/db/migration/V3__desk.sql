-- Cases, their messages, what happened to them, and what waits on the desk. Columns hold codes, pseudonyms and times;
-- everything a person wrote or that concerns a person is sealed under the key of its case.

create table case_file (
    reference  varchar(14)              not null primary key,
    opened_at  timestamp with time zone not null,
    changed_at timestamp with time zone not null
);
create index case_file_changed on case_file (changed_at, reference);

create table case_message (
    id              uuid                     not null primary key,
    reference       varchar(14)              not null references case_file,
    side            varchar(8)               not null, -- RECEIVED from `partner` or SENT by us
    partner         varchar(2)               not null, -- whose message it is
    type            varchar(40)              not null,
    urgency         varchar(16)              not null,
    child           boolean                  not null,
    protection_only boolean                  not null,
    closed_to       varchar(200)             not null, -- our roles that the sender shut out: ',INVESTIGATOR,'
    mode            varchar(8)               not null,
    codes           varchar(8000)            not null, -- coded, countable values (S0 and S1) that headlines are built from
    author          varchar(32),                       -- our officer, of what we sent
    author_name     varchar(64)              not null, -- pseudonym of the officer who signed it off
    digest          varchar(64),                       -- SHA-256 of the signed bytes, of what we received
    sent_at         timestamp with time zone not null,
    stored_at       timestamp with time zone not null
);
create index case_message_case on case_message (reference, stored_at);
create index case_message_type on case_message (type, stored_at);

create table case_part (
    message_id  uuid        not null references case_message,
    compartment varchar(16) not null, -- HEADER or a compartment
    bytes       bytea       not null,
    primary key (message_id, compartment)
);

create table case_recipient (
    message_id uuid       not null references case_message,
    recipient  varchar(2) not null,
    primary key (message_id, recipient)
);

create table case_event (
    id           bigint generated always as identity primary key,
    reference    varchar(14)              not null references case_file,
    message_id   uuid references case_message,
    kind         varchar(24)              not null,
    partner      varchar(2),                        -- who did it, when theirs
    actor        varchar(64),                       -- our officer's id, or the pseudonym of their desk
    ground       varchar(40),
    happened_at  timestamp with time zone not null,
    recorded_at  timestamp with time zone not null,
    sealed       bytea                              -- what was written: note, unit, alternative contact
);
create index case_event_case on case_event (reference, happened_at);
create index case_event_message on case_event (message_id, kind);

create table desk_item (
    id           uuid                     not null primary key, -- random: it stands in addresses
    message_id   uuid                     not null unique references case_message,
    reference    varchar(14)              not null,
    side         varchar(8)               not null,
    type         varchar(40)              not null,
    protection_only boolean               not null,
    closed_to    varchar(200)             not null,
    state        varchar(24)              not null,
    waits        boolean                  not null,             -- still on the desk
    child        boolean                  not null,
    urgency_rank smallint                 not null,             -- 0 is the most urgent
    received_at  timestamp with time zone not null,
    ack_due      timestamp with time zone,
    answer_due   timestamp with time zone,
    due          timestamp with time zone,                      -- the clock that runs now, none when nothing is owed
    clock_from   timestamp with time zone not null,
    owner        varchar(32),
    taken_at     timestamp with time zone,
    changed_at   timestamp with time zone not null
);
-- One for each question the desk asks: what waits, in which order, whose it is, what changed.
create index desk_item_waits on desk_item (waits, changed_at);
create index desk_item_owner on desk_item (owner, waits);
create index desk_item_due on desk_item (waits, due);
