-- vip: a greeting says of which noted day it was, whatever key that day has since.
alter table vip_greetings add column occasion_id bigint references vip_occasions on delete set null;
update vip_greetings g set occasion_id = o.id
from   vip_occasions o
where  g.occasion_key = 'o' || o.id;
create index vip_greetings_occasion on vip_greetings (occasion_id);
