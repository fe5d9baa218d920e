-- What this contact point found about the risk of a return that another one proposes; nobody takes the return on before.
-- Sealed under the key of its case.
create table return_assessment (
    message_id  uuid                     not null primary key references case_message,
    officer     varchar(64)              not null,
    assessed_at timestamp with time zone not null,
    sealed      bytea                    not null
);
