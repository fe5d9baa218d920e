-- Systems that call the API with a certificate of their own. Runs on PostgreSQL and on H2.

-- PERSON or SYSTEM: a system stands wherever an officer may, under a pseudonym that says what it is.
alter table officer add column kind varchar(8) default 'PERSON' not null;

create table api_system (
    officer_id char(32)     not null primary key references officer (id),
    name       varchar(120) not null,
    contact    varchar(200) not null, -- who answers for it
    purpose    varchar(500) not null,
    sources    varchar(500) not null, -- addresses and networks, separated by blanks; empty for any
    last_day   date         not null  -- on which it may come in
);
create index api_system_by_name on api_system (name, officer_id);

create table api_certificate (
    fingerprint char(64)                 not null primary key, -- SHA-256, lower-case hex
    officer_id  char(32)                 not null references api_system (officer_id),
    not_before  timestamp with time zone not null,
    not_after   timestamp with time zone not null,
    agreed      boolean                  not null,             -- by a second person
    last_call   timestamp with time zone,
    refused_at  timestamp with time zone,
    refused_for varchar(16)
);
create index api_certificate_system on api_certificate (officer_id, not_after);

-- What is asked for a system, beside its roles.
alter table officer_change alter column kind set data type varchar(16); -- also TERMS, CERTIFICATE
alter table officer_change add column sources varchar(500);
alter table officer_change add column last_day date;
alter table officer_change add column fingerprint char(64);
