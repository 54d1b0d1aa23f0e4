import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../../kernel/conditions/condition.ts';
import type { Ctx } from '../../kernel/context.ts';
import { presentOf } from '../../kernel/list/open-fields.ts';
import { filled, type findSummed, sumsFrom } from '../../kernel/list/summed-field.ts';
import { must } from '../../kernel/result.ts';
import { meeting } from '../counting/meeting.ts';

type Found = NonNullable<ReturnType<typeof findSummed>>;

/** What is summed for each of those looked at, `c`. */
export function summedOf(ctx: Ctx, { field, window }: Found): RawBuilder<unknown> {
  const present = presentOf(ctx);
  return sql`
    left join lateral (
      select (${filled(field.value, window, present)})::double precision as value
      ${sumsFrom(field, window, present, 'each')} and ${sql.raw(`${field.owner} = c.id`)}
      group by ${sql.raw(field.owner)}) v on true`;
}

/** A hundred for whom a share counts. */
export async function shareOf(ctx: Ctx, of: Condition): Promise<RawBuilder<unknown>> {
  const { whereEach } = must(await meeting({ ...ctx, actor: system }, of));
  return sql`
    left join lateral (
      select 100::double precision as value
      from   subscribers s where s.id = c.id and ${whereEach}) v on true`;
}

/** Figures are of all, whatever whoever asks may see of each. */
const system = { kind: 'system', name: 'segments' } as const;
