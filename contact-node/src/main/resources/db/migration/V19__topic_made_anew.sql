-- Which topic of its name the next offset belongs to: the broker gives each that is made an id of its own. Runs on
-- PostgreSQL and on H2.
alter table topic_position add column topic_id varchar(40);
