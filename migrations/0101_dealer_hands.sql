-- How many cards of a batch a dealer has and has not sold: counted as cards move, for the credit
-- limit asks at every payment and cannot count a million cards each time.
create table dealer_hands (
  dealer_id bigint  not null references dealers,
  batch_id  bigint  not null references card_batches,
  cards     integer not null check (cards >= 0),
  primary key (dealer_id, batch_id)
);
insert into dealer_hands (dealer_id, batch_id, cards)
select dealer_id, batch_id, count(*) from cards where state = 'given' group by dealer_id, batch_id;
