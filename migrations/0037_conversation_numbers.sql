-- What was loaded before took its ids for numbers and left the numbers' own sequence behind.
select setval(pg_get_serial_sequence('conversations', 'number'), greatest(max(number), 1))
from   conversations
having max(number) is not null;
