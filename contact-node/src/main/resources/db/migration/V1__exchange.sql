-- What the exchange with the partners, the audit log and the keys of cases need. Runs on PostgreSQL and on H2.

create table outgoing_stream (
    recipient   varchar(2)  not null primary key,
    epoch       integer     not null,
    last_seq    bigint      not null,
    last_hash   varchar(64) not null
);

create table outbox (
    id              bigint generated always as identity primary key,
    msg_id          uuid                     not null unique,
    message_type    varchar(40)              not null,
    topic           varchar(249)             not null,
    digest          varchar(64)              not null,
    envelope        bytea,
    queued_at       timestamp with time zone not null,
    due             boolean                  not null,
    next_attempt_at timestamp with time zone not null,
    failures        integer                  not null,
    last_failure    varchar(80),
    on_broker_at    timestamp with time zone
);
create index outbox_due on outbox (due, next_attempt_at, id);

create table delivery (
    msg_id       uuid                     not null,
    recipient    varchar(2)               not null,
    message_type varchar(40)              not null,
    urgency      varchar(20)              not null,
    epoch        integer                  not null,
    seq          bigint                   not null,
    digest       varchar(64)              not null,
    chain_hash   varchar(64)              not null,
    state        varchar(20)              not null,
    answered     boolean                  not null,
    not_after    timestamp with time zone not null,
    queued_at    timestamp with time zone not null,
    on_broker_at timestamp with time zone,
    warned_at    timestamp with time zone,
    stored_at    timestamp with time zone,
    refused_at   timestamp with time zone,
    reason       varchar(80),
    primary key (msg_id, recipient)
);
create index delivery_open on delivery (answered, queued_at);

create table topic_position (
    topic       varchar(249) not null primary key,
    next_offset bigint       not null
);

create table inbox (
    id            bigint generated always as identity primary key,
    sender        varchar(2)               not null,
    topic         varchar(249)             not null,
    record_offset bigint                   not null,
    digest        varchar(64)              not null unique,
    record_size   integer                  not null,
    raw           bytea,
    received_at   timestamp with time zone not null,
    state         varchar(12)              not null,
    attempts      integer                  not null,
    not_before    timestamp with time zone not null,
    epoch         integer,
    seq           bigint,
    chain_hash    varchar(64),
    msg_id        uuid,
    accounted     boolean                  not null
);
create index inbox_work on inbox (state, sender, id);
create index inbox_held on inbox (sender, epoch, seq);

create table incoming_stream (
    sender        varchar(2)  not null primary key,
    epoch         integer     not null,
    last_seq      bigint      not null,
    last_hash     varchar(64) not null,
    last_heard_at timestamp with time zone
);

create table incoming_place (
    sender     varchar(2)  not null,
    epoch      integer     not null,
    seq        bigint      not null,
    chain_hash varchar(64) not null,
    primary key (sender, epoch, seq)
);

create table incoming_message (
    sender      varchar(2)               not null,
    msg_id      uuid                     not null,
    digest      varchar(64)              not null,
    received_at timestamp with time zone not null,
    receipt_id  uuid,
    primary key (sender, msg_id)
);

create table quarantine (
    id            uuid                     not null primary key,
    inbox_id      bigint                   not null unique,
    claimed       varchar(2)               not null,
    topic         varchar(249)             not null,
    record_offset bigint                   not null,
    reason        varchar(40)              not null,
    digest        varchar(64)              not null,
    record_size   integer                  not null,
    at            timestamp with time zone not null,
    raw           bytea
);
create index quarantine_at on quarantine (at);
create index quarantine_claimed on quarantine (claimed);

create table alarm (
    id         bigint generated always as identity primary key,
    kind       varchar(40)              not null,
    subject    varchar(249)             not null,
    detail     varchar(200)             not null,
    raised_at  timestamp with time zone not null,
    last_at    timestamp with time zone not null,
    times      bigint                   not null,
    cleared_at timestamp with time zone,
    open_key   varchar(300) unique
);

create table directory_version (
    version     integer                  not null primary key,
    hash        varchar(64)              not null,
    accepted_at timestamp with time zone not null
);

create table storage_key (
    name       varchar(40)              not null primary key,
    key_epoch  integer                  not null,
    wrapped    bytea                    not null,
    created_at timestamp with time zone not null
);

create table audit_entry (
    seq       bigint                   not null primary key,
    at        timestamp with time zone not null,
    actor     varchar(80)              not null,
    action    varchar(60)              not null,
    object_id varchar(120)             not null,
    purpose   varchar(60),
    outcome   varchar(60)              not null,
    prev      varchar(64)              not null,
    hash      varchar(64)              not null
);

create table audit_head (
    id   integer     not null primary key,
    seq  bigint      not null,
    hash varchar(64) not null
);
insert into audit_head (id, seq, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
