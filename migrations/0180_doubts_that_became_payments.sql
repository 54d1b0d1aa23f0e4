-- What a line in doubt became: an erasure of the payment's holder reaches the line too.
create index payment_doubts_became on payment_doubts (payment_id) where payment_id is not null;
