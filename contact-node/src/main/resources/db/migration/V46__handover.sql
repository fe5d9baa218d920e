-- What one officer hands to another when the shift ends. Until the other has taken it, it stays with who holds it. The
-- words for the taker rest in the case, sealed under the key of its message. Runs on PostgreSQL and on H2.
create table handover (
    id         uuid                     not null primary key,
    item_id    uuid                     not null references desk_item,
    giver      varchar(64),                     -- who held it; null if nobody did
    taker      varchar(64)              not null,
    offered_by varchar(64)              not null,
    offered_at timestamp with time zone not null,
    event_id   bigint                   not null references case_event,
    outcome    varchar(12),                     -- TAKEN, DECLINED, WITHDRAWN; null while it is open
    settled_at timestamp with time zone,
    answer_id  bigint references case_event     -- why it was declined
);
create index handover_item on handover (item_id, offered_at);
create index handover_taker on handover (taker, outcome);
create index handover_by on handover (offered_by, outcome);
