-- Private queries: what officers of this contact point asked others. Runs on PostgreSQL and on H2.

create table match_query (
    id          uuid                     not null primary key, -- random, or made of the key of the form: in addresses
    officer_id  char(32)                 not null,
    reference   varchar(14)              not null, -- the case
    purpose     varchar(40)              not null,
    mode        varchar(8)               not null,
    elements    integer                  not null, -- how many identifiers
    identifiers bytea                    not null, -- encrypted under the key of the case
    asked_at    timestamp with time zone not null
);
create index match_query_officer on match_query (officer_id, asked_at desc, id desc);
create index match_query_age on match_query (asked_at);
-- After the index, so that it serves the key too.
alter table match_query add foreign key (officer_id) references officer (id);

create table match_asked (
    message_id   uuid        not null primary key, -- the query to this partner
    query_id     uuid        not null references match_query (id),
    partner      varchar(2)  not null,
    blinded      bytea,                            -- encrypted; gone once it is answered or given up
    state        varchar(16) not null,             -- ASKED, ANSWERED, QUOTA_EXCEEDED, PURPOSE_REFUSED, UNREADABLE, ...
    answered_at  timestamp with time zone,
    hits         varchar(200),                     -- numbers of the identifiers from 1: ',1,3,'
    contact_role varchar(40),
    complete     boolean,                          -- whether the partner's table held all that it may match
    notice       bytea                             -- encrypted: the tags that the partner is still to be told
);
create index match_asked_query on match_asked (query_id, partner);
create index match_asked_state on match_asked (state, query_id);

-- What each partner said is left to us.
create table match_quota (
    partner    varchar(2)               not null,
    mode       varchar(8)               not null,
    today      integer                  not null,
    this_month integer                  not null,
    until_at   timestamp with time zone not null,
    said_at    timestamp with time zone not null,
    primary key (partner, mode)
);

-- The table of each partner for its newest month.
create table match_table (
    partner    varchar(2)  not null,
    mode       varchar(8)  not null,
    key_month  varchar(7)  not null,
    public_key varchar(66) not null,
    digest     varchar(64) not null,
    tags       bytea       not null, -- encrypted
    primary key (partner, mode)
);
