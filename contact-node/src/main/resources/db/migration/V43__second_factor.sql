-- The second factor of officers: a secret shared with their telephone, and codes for the day it is lost. Runs on
-- PostgreSQL and on H2.
create table officer_factor (
    officer_id char(32) not null primary key references officer (id),
    secret     bytea,           -- encrypted; none before the first code was right
    pending    bytea,           -- encrypted; shown, and not yet proven to have arrived
    last_step  bigint   not null -- of the last code that was used; none before it opens anything again
);

create table officer_recovery (
    officer_id char(32) not null references officer (id),
    code_hash  char(64) not null,
    used_at    timestamp with time zone,
    primary key (officer_id, code_hash)
);

-- When the officer last proved who they are, and what the tokens of the session's forms are made from: it stays when
-- the cookie is renewed.
alter table signed_in add column proven_at timestamp with time zone;
alter table signed_in add column form_key varchar(64);
update signed_in set ended_at = seen_at where ended_at is null;
