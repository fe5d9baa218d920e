-- Private queries: what other contact points asked here. Runs on PostgreSQL and on H2.

create table match_key (
    id      uuid       not null primary key,
    partner varchar(2) not null,
    mode    varchar(8) not null,
    key_month varchar(7) not null, -- 2026-11
    secret  bytea      not null, -- encrypted; destroyed when the month is over
    unique (partner, mode, key_month)
);

-- What our alerts are in the table of a partner; a row without a tag says that there is nothing to match.
create table match_tag (
    key_id     uuid        not null references match_key (id),
    message_id uuid        not null,
    number     integer     not null,
    reference  varchar(14) not null,
    tag        varchar(32),
    primary key (key_id, message_id, number)
);
create index match_tag_message on match_tag (message_id);
create index match_tag_case on match_tag (reference);
create index match_tag_found on match_tag (key_id, tag);

create table match_received (
    partner     varchar(2)               not null,
    message_id  uuid                     not null, -- as its sender gave it
    mode        varchar(8)               not null,
    purpose     varchar(40),
    pseudonym   varchar(64)              not null, -- of their officer
    elements    integer                  not null,
    counted     boolean                  not null, -- whether it used up some of the quota
    state       varchar(16)              not null, -- WAITING, DONE
    outcome     varchar(40)              not null, -- code of list match-outcome
    asked       bytea,                             -- the blinded elements; gone once answered
    key_id      uuid,
    received_at timestamp with time zone not null,
    primary key (partner, message_id)
);
create index match_received_quota on match_received (partner, mode, counted, received_at);
create index match_received_state on match_received (state, received_at);
create index match_received_age on match_received (received_at);

-- What partners found of ours.
create table match_hit (
    id          uuid                     not null primary key,
    partner     varchar(2)               not null,
    query_id    uuid                     not null, -- as its sender gave it
    message_id  uuid                     not null references case_message (id),
    purpose     varchar(40),
    pseudonym   varchar(64)              not null,
    found_at    timestamp with time zone not null,
    reviewed_by char(32) references officer (id),
    reviewed_at timestamp with time zone,
    unique (partner, query_id, message_id)
);
create index match_hit_open on match_hit (reviewed_at, found_at desc);
create index match_hit_age on match_hit (found_at desc, id);
create index match_hit_message on match_hit (message_id);
