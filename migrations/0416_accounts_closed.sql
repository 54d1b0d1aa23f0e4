-- retention: who had nothing any more on a day, also of those who are back since.
create index accounts_closed on accounts (closed_on) where closed_on is not null;
