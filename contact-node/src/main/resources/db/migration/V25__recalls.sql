-- What is taken back after it was sent. Runs on PostgreSQL and on H2.

-- Each message rests under a key of its own, so that one can be destroyed and the case stays.
alter table storage_key add column case_ref varchar(14);
create index storage_key_case on storage_key (case_ref);
alter table case_part add column own_key boolean default false not null;

-- The owner of a message took it back; since sealed_at nobody at this node opens it.
alter table case_message add column recall_reason varchar(40);
alter table case_message add column recalled_at timestamp with time zone;
alter table case_message add column sealed_at timestamp with time zone;

create table recall (
    id          uuid                     not null primary key,
    side        varchar(8)               not null, -- SENT by us, or RECEIVED
    partner     varchar(2)               not null, -- whose message it is
    given_id    uuid                     not null, -- of the message, as its owner knows it; it need not be here
    reason      varchar(40)              not null,
    subject     varchar(20)              not null, -- of the topic on which it travels
    case_ref    varchar(14),
    mode        varchar(8)               not null,
    pseudonym   varchar(64)              not null, -- who recalled it
    recalled_at timestamp with time zone not null
);
create index recall_of on recall (partner, given_id);

-- One for each recipient of what we recalled; one, of its owner, for what was recalled here.
create table recall_reply (
    recall_id     uuid        not null references recall,
    other         varchar(2)  not null,
    request_id    uuid,                    -- the message that asked; none while it could not be sent
    asked_at      timestamp with time zone,
    due           timestamp with time zone not null,
    outcome       varchar(40),
    final         boolean     not null,    -- a person has attested, or there was nothing to attest
    answered_at   timestamp with time zone,
    desk          varchar(64),
    readers       integer     not null,
    first_read_at timestamp with time zone,
    last_read_at  timestamp with time zone,
    sealed_at     timestamp with time zone,
    exported      varchar(8),
    passed_on     varchar(8),
    event_id      bigint references case_event, -- where its words rest, sealed
    owed          boolean     not null,    -- whether the other side has to be told something
    primary key (recall_id, other)
);
create index recall_reply_owed on recall_reply (owed);
create index recall_reply_request on recall_reply (request_id);
