import { sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, readCursor } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { duplicatesApi } from '../api/duplicates.ts';
import { describeHalves, type Half } from './describe-halves.ts';

type Api = (typeof duplicatesApi)['GET /api/subscribers/duplicates'];
type Page = z.input<Api['output']>;
type Row = { firstId: number; secondId: number; score: number; reasons: string[]; foundAt: Date };

const Place = z.tuple([z.number(), z.int(), z.int()]);
const start: z.output<typeof Place> = [2, 0, 0];

/** Pairs that look like one person, the likeliest first; those merged meanwhile are left out. */
export async function listPairs(ctx: Ctx, input: z.output<Api['input']>): Promise<Result<Page>> {
  const place = input.cursor === undefined ? start : readCursor(input.cursor, Place);
  if (!place) return fail('subscribers.bad_cursor');
  const [score, firstId, secondId] = place;
  const mayReach = (alias: string) =>
    visibleTo(ctx, 'subscribers.merge', {
      owner: `${alias}.ownerStaffId`,
      team: `${alias}.teamId`,
    });
  // duplicate_pairs_open (score desc, first_id, second_id) where state = 'open'
  const { rows } = await sql<Row>`
    select p.first_id, p.second_id, p.score, p.reasons, p.found_at
    from   duplicate_pairs p
    join   subscribers a on a.id = p.first_id  and a.merged_into_id is null and ${mayReach('a')}
    join   subscribers b on b.id = p.second_id and b.merged_into_id is null and ${mayReach('b')}
    where  p.state = ${input.state} and p.score <= ${score}
    and    (p.score < ${score} or (p.first_id, p.second_id) > (${firstId}, ${secondId}))
    order  by p.score desc, p.first_id, p.second_id
    limit  ${input.limit + 1}`.execute(ctx.db);
  const shown = rows.slice(0, input.limit);
  const halves = await describeHalves(ctx, [
    ...new Set(shown.flatMap((row) => [row.firstId, row.secondId])),
  ]);
  const half = (id: number): Half => halves.get(id) ?? emptyHalf(id);
  const last = shown.at(-1);
  return ok({
    pairs: shown.map(({ firstId: first, secondId: second, ...pair }) => ({
      ...pair,
      first: half(first),
      second: half(second),
    })),
    nextCursor:
      last && rows.length > shown.length
        ? makeCursor([last.score, last.firstId, last.secondId])
        : null,
  });
}

const emptyHalf = (id: number): Half => ({
  id,
  displayName: '',
  kind: 'person',
  birthOn: null,
  address: '',
  contacts: [],
});
