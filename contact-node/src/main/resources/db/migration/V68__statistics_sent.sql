-- What went to the Secretariat of the figures of a year. The figures themselves stand where they were published. Runs on
-- PostgreSQL and on H2.
create table statistics_sent (
    id         uuid                     not null primary key, -- of the message
    period     varchar(8)               not null,             -- '2026'
    recipient  varchar(2)               not null,
    number     integer                  not null,             -- from 1, of those of the year to this recipient in this mode
    mode       varchar(8)               not null,
    supersedes uuid,
    reason     varchar(32),                                   -- of a correction, code of list correction-reason
    withdrawn  varchar(2400)            not null,             -- names of the tables that it takes back
    pseudonym  varchar(64)              not null,
    sent_at    timestamp with time zone not null,
    opened_at  timestamp with time zone,                      -- when somebody there had opened it, as they say
    unique (period, recipient, mode, number)
);
