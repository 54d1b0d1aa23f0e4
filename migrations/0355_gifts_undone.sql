-- vip: a gift that was said to be delivered stays known as such, and so does who has led a client.
alter table vip_gifts add column was_delivered boolean not null default false;
update vip_gifts set was_delivered = true where state = 'delivered';
alter table vip_gifts add check (state <> 'delivered' or was_delivered);

-- Personal managers who gave the client up: a dear gift of theirs still takes two.
alter table vip_clients add column led_before bigint[] not null default '{}';
