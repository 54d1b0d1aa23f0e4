import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { isControl } from '../../retention/index.ts';
import { today } from '../../subscribers/index.ts';

export type Compared = {
  people: number;
  stayed: number;
  /** A month for each, of what was charged since the programme began. */
  meanMinor: number;
  variance: number;
};

const nobody: Compared = { people: 0, stayed: 0, meanMinor: 0, variance: 0 };

/**
 * Whoever was here when the programme began, parted by chance into those who get all of it and the
 * permanent control, from whom is withheld what `withheldKinds` names: who is still here, and what
 * they were charged a month. Both are counted in the same way and over the same time, whatever
 * became of them.
 */
export async function compareGroups(
  ctx: Ctx,
  begunOn: string | null,
): Promise<{ members: Compared; control: Compared; months: number }> {
  if (begunOn === null) return { members: nobody, control: nobody, months: 0 };
  const day = today(ctx);
  // Reads everybody once: subscribers_since, paid_months_pkey (month, subscriber_id)
  const { rows } = await sql<Compared & { isControl: boolean; months: number }>`
    with span as (
      select count(*) as months
      from   generate_series(date_trunc('month', ${begunOn}::date),
                             date_trunc('month', ${day}::date) - interval '1 day',
                             interval '1 month')),
    charged as (
      select o.root_id as subscriber_id, sum(m.charged_minor) as minor
      from   paid_months m join subscribers o on o.id = m.subscriber_id
      where  m.month >= date_trunc('month', ${begunOn}::date)
      group  by 1),
    here as (
      select ${isControl(sql`s.id`)} as is_control,
             s.status in ('active', 'suspended') as is_here,
             (coalesce(c.minor, 0) / greatest(1, n.months))::float8 as minor, n.months
      from   subscribers s
      cross  join span n
      left   join charged c on c.subscriber_id = s.id
      where  s.merged_into_id is null and s.customer_since < ${begunOn}
      and   (s.left_on is null or s.left_on >= ${begunOn}) and s.status <> 'prospect')
    select is_control, count(*) as people, count(*) filter (where is_here) as stayed,
           avg(minor) as mean_minor, coalesce(var_samp(minor), 0) as variance,
           max(months) as months
    from   here group by is_control`.execute(ctx.db);
  const found = (which: boolean): Compared => {
    const row = rows.find((one) => one.isControl === which);
    if (!row) return nobody;
    const { people, stayed, meanMinor, variance } = row;
    return { people, stayed, meanMinor, variance };
  };
  const months = rows[0]?.months ?? 0;
  return { members: found(false), control: found(true), months };
}
