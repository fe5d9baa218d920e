-- The legs of all route reports, for the map that shows them together. Countries, months and counts lie open, as in lists; divisions,
-- towns and points rest sealed. Exercises and tests are not among them. Runs on PostgreSQL and on H2.
create table route_leg (
    id              bigint generated always as identity primary key,
    message_id      uuid         not null references case_message,
    number          integer      not null, -- of the leg in its report, from 0
    leg_key         varchar(32)  not null, -- the same for the same two places: a mark that this node alone can make
    coarse_key      varchar(32)  not null, -- the same for the same two divisions of countries
    ends            bytea        not null, -- sealed
    located         boolean      not null, -- whether a point was told of an end
    from_country    varchar(3)   not null,
    to_country      varchar(3)   not null,
    mode            varchar(64)  not null,
    first_month     integer      not null, -- months since the year 0
    last_month      integer      not null, -- 119999 if it goes on
    active          boolean      not null,
    cases           integer      not null, -- on which the report rests
    confirmed       boolean      not null, -- by its own grading
    partner         varchar(2)   not null, -- whose report it is
    read_as         varchar(40)  not null, -- as the message, as are the next two
    protection_only boolean      not null,
    closed_to       varchar(200) not null,
    unique (message_id, number)
);
create index route_leg_months on route_leg (last_month, first_month);
create index route_leg_coarse on route_leg (coarse_key, leg_key);
create index route_leg_key on route_leg (leg_key);

-- Reports that were here before, until the node has gone through them.
create table route_report_unread (
    message_id uuid not null primary key references case_message
);
insert into route_report_unread (message_id)
    select id from case_message where type = 'ROUTE_REPORT' and mode = 'ACTUAL' and recall_reason is null;
