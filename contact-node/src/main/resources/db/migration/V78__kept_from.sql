-- From which states a person is kept, once the message that said so is sealed or destroyed. Runs on PostgreSQL and on H2.
-- Sealed under the key of its case, and gone with it.
create table case_kept_from (
    message_id uuid        not null primary key references case_message,
    case_ref   varchar(32) not null,
    sealed     bytea       not null
);
create index case_kept_from_case on case_kept_from (case_ref);
