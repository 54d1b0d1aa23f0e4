-- How much of a correction of days is for each calendar month: by what the months' days had cost
-- when it was proposed. Those from before are shared by their days.
create table correction_months (
  correction_id bigint not null references corrections (id) on delete cascade,
  month date not null check (month = date_trunc('month', month)),
  amount_minor bigint not null,
  primary key (correction_id, month)
);

insert into correction_months (correction_id, month, amount_minor)
select id, month, share - coalesce(lag(share) over (partition by id order by month), 0)
from   (select c.id, m.month,
               round(c.amount_minor::numeric * (least(c.to_on, m.last_on) - c.from_on + 1)
                     / (c.to_on - c.from_on + 1)) as share
        from   corrections c
        cross  join lateral (
          select d::date as month, (d + interval '1 month' - interval '1 day')::date as last_on
          from   generate_series(date_trunc('month', c.from_on::timestamp), c.to_on::timestamp,
                                 interval '1 month') d) m
        where  c.from_on is not null) shared;
