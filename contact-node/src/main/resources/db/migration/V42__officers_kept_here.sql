-- Officers that operators keep in the console, and what needs the word of two. Runs on PostgreSQL and on H2.

-- LIST: as the list of officers says at each start; CONSOLE: as operators say here, and no list touches it.
alter table officer add column kept_by varchar(8) default 'LIST' not null;
-- ASKED, ACTIVE, LOCKED or REFUSED: only who is active may come in.
alter table officer add column standing varchar(8) default 'ACTIVE' not null;

create index officer_by_name on officer (display_name, id);

-- What opens a way in for somebody: asked by an operator, agreed to by a second person.
create table officer_change (
    id         uuid                     not null primary key,
    officer_id char(32)                 not null references officer (id),
    kind       varchar(8)               not null, -- ADD, CODE, ROLES, FACTOR
    roles      varchar(200),                      -- those asked for
    code_hash  varchar(200),                      -- of the set-up code, until it is used
    code_until timestamp with time zone,
    asked_by   char(32)                 not null references officer (id),
    asked_at   timestamp with time zone not null,
    decided_by char(32) references officer (id),  -- none while it waits
    decided_at timestamp with time zone,
    agreed     boolean
);
create index officer_change_waiting on officer_change (decided_by, asked_at);
create index officer_change_officer on officer_change (officer_id, asked_at);
