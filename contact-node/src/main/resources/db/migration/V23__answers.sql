-- Which answers to a request for information stand, codes of list `answer-kind`, separated by commas. Runs on PostgreSQL
-- and on H2.
alter table desk_item add column answers varchar(400);
