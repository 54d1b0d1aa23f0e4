import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Portion } from '../moves/find-moves.ts';

/** Of which ids a portion is. */
export const within = ({ fromId, toId }: Portion, id: string): RawBuilder<boolean> =>
  toId === null
    ? sql`${sql.ref(id)} > ${fromId}`
    : sql`${sql.ref(id)} > ${fromId} and ${sql.ref(id)} <= ${toId}`;

/** The operator's day of an instant. */
export const dayOf = (ctx: Ctx, at: string): RawBuilder<string> =>
  sql`(${sql.ref(at)} at time zone ${ctx.operator.timeZone})::date`;

/** The operator's midnight that begins the first day that is not counted. */
export const endOfDays = (ctx: Ctx, { before }: Portion): RawBuilder<Date> =>
  sql`(${before}::date::timestamp at time zone ${ctx.operator.timeZone})`;

/** Those of the measures whose condition holds. */
export const measuresOf = (when: Record<string, RawBuilder<unknown>>): RawBuilder<string[]> => {
  const cases = Object.entries(when).map(
    ([key, condition]) => sql`case when ${condition} then ${sql.lit(key)} end`,
  );
  return sql`array_remove(array[${sql.join(cases)}]::text[], null)`;
};

/** `home.district` of a person: where they are served, an account that is open first. */
export const homeOf = (rootId: string): RawBuilder<unknown> => sql`
  left   join lateral (
    select b.district
    from   subscribers w
    join   accounts a on a.subscriber_id = w.id
    join   service_addresses e on e.id = a.service_address_id
    join   premises h on h.id = e.premise_id
    join   buildings b on b.id = h.building_id
    where  w.root_id = ${sql.ref(rootId)}
    order  by a.closed_on desc nulls first, a.id limit 1) home on true`;
