-- How often a reward for a friend was taken back: given anew, it is another reward.
alter table friendships add column taken_back smallint not null default 0;

create index friendships_deal on friendships (deal_id);
