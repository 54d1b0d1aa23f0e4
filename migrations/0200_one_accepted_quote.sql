-- One quote of a deal is accepted at a time: whichever was accepted last.
update quotes q set state = 'withdrawn', decided_at = now()
where  q.state = 'accepted'
and    exists (select from quotes l
               where  l.deal_id = q.deal_id and l.state = 'accepted' and l.id > q.id);

create unique index quotes_accepted on quotes (deal_id) where state = 'accepted';
