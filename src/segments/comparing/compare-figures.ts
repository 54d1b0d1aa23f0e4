import { type RawBuilder, sql } from 'kysely';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { findSummed } from '../../kernel/list/summed-field.ts';
import { subscriberList } from '../../subscribers/index.ts';
import { openVocabulary } from '../words/vocabulary.ts';
import { sayField } from '../words/say-condition.ts';
import type { Looked } from './compare-segments.ts';
import { differenceOf, type Sums } from './difference.ts';
import { shareOf, summedOf } from './figure-values.ts';
import { figures } from './figures.ts';

/** A figure of fewer is that of one of them, near enough, and may be beyond the asker's reach. */
const FEWEST = 10;

/** The key figures of those looked at, one question each. */
export async function compareFigures(ctx: Ctx, looked: readonly Looked[]) {
  const seesAll = reachOf(ctx.actor, 'billing.view') === 'all';
  const fewest = seesAll && reachOf(ctx.actor, 'subscribers.view') === 'all' ? 1 : FEWEST;
  const words = await openVocabulary(ctx);
  const compared = [];
  for (const figure of figures) {
    if ('of' in figure) {
      const [one, other] = await sumsOf(ctx, looked, await shareOf(ctx, figure.of));
      const label = textsIn(ctx.language).t(`segments:figures.${figure.key}`);
      const type = 'percent' as const;
      compared.push({ key: figure.key, label, type, ...differenceOf(one, other, true, fewest) });
      continue;
    }
    const found = findSummed(subscriberList.entity, figure.key);
    if (!found) throw new Error(`${figure.key} is summed no longer`);
    const { field } = found;
    const [one, other] = await sumsOf(ctx, looked, summedOf(ctx, found));
    compared.push({
      key: figure.key,
      label: sayField(figure.key, words),
      type: field.type,
      ...differenceOf(one, other, !field.isNoneEmpty, fewest),
    });
  }
  return compared;
}

async function sumsOf(
  ctx: Ctx,
  looked: readonly Looked[],
  values: RawBuilder<unknown>,
): Promise<[Sums, Sums]> {
  const side = (flag: string): RawBuilder<unknown> =>
    sql.raw(`jsonb_build_object(
    'rows', count(*) filter (where c.${flag}),
    'known', count(v.value) filter (where c.${flag}),
    'sum', coalesce(sum(v.value) filter (where c.${flag}), 0),
    'squares', coalesce(sum(v.value * v.value) filter (where c.${flag}), 0))`);
  const { rows } = await sql<{ one: Sums; other: Sums }>`
    select ${side('is_first')} as one, ${side('is_second')} as other
    from   unnest(${looked.map(({ id }) => id)}::bigint[],
                  ${looked.map(({ isFirst }) => isFirst)}::boolean[],
                  ${looked.map(({ isSecond }) => isSecond)}::boolean[])
             as c (id, is_first, is_second)
    ${values}`.execute(ctx.db);
  const none = { rows: 0, known: 0, sum: 0, squares: 0 };
  return [rows[0]?.one ?? none, rows[0]?.other ?? none];
}
