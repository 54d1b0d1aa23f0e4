import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import { defineJob } from '../../kernel/jobs/jobs.ts';
import { type Candidate, collectCandidates, nextCandidates } from './candidates.ts';
import { similarityRecords } from './similarity-records.ts';
import { scoreSimilarity } from './similarity.ts';

const BATCH = 1000;

/** Every night, when few people work: looks through the whole base for pairs that look like one. */
export const findDuplicates = defineJob({
  name: 'subscribers.find_duplicates',
  payload: z.object({}),
  keyOf: () => 'all',
  cron: '20 3 * * *',
  expireSeconds: 3600,
  run: (ctx) => inTransaction(ctx, findPairs),
});

/**
 * Compares every two who share something, and keeps those that a person should look at. What
 * somebody judged stays judged; open pairs that no longer look alike are dropped.
 */
async function findPairs(ctx: Ctx): Promise<void> {
  await collectCandidates(ctx);
  let batch: Candidate[] = [];
  let last: Candidate = { firstId: 0, secondId: 0 };
  do {
    batch = await nextCandidates(ctx, last, BATCH);
    last = batch.at(-1) ?? last;
    await keepPairs(ctx, await scored(ctx, batch));
  } while (batch.length === BATCH);
  // duplicate_pairs_open (…) where state = 'open'
  await sql`delete from duplicate_pairs where state = 'open' and found_at < ${ctx.clock.now()}
    and not exists (select from duplicate_candidates c
                    where c.first_id = duplicate_pairs.first_id
                    and   c.second_id = duplicate_pairs.second_id)`.execute(ctx.db);
  await tellFound(ctx);
}

/** Whoever has asked for the search sees that it is over, whether it has found anybody or not. */
async function tellFound(ctx: Ctx): Promise<void> {
  const { found } = await ctx.db
    .selectFrom('duplicatePairs')
    .select((pair) => pair.fn.countAll<number>().as('found'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  const subject = { kind: 'duplicates', id: 1 };
  await emit(ctx, { type: 'subscribers.duplicates_searched', subject, facts: { found } });
}

type Pair = Candidate & { score: number; reasons: string[] };

async function scored(ctx: Ctx, candidates: readonly Candidate[]): Promise<Pair[]> {
  const ids = new Set(candidates.flatMap((pair) => [pair.firstId, pair.secondId]));
  const records = await similarityRecords(ctx, [...ids]);
  return candidates.flatMap((pair) => {
    const first = records.get(pair.firstId);
    const second = records.get(pair.secondId);
    if (!first || !second) return [];
    const { score, reasons, verdict } = scoreSimilarity(first, second);
    return verdict === 'duplicate' || verdict === 'probable' ? [{ ...pair, score, reasons }] : [];
  });
}

async function keepPairs(ctx: Ctx, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  await sql`
    insert into duplicate_pairs (first_id, second_id, score, reasons, found_at)
    select p."firstId", p."secondId", p.score, p.reasons, ${ctx.clock.now()}
    from   jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
             as p("firstId" bigint, "secondId" bigint, score real, reasons text[])
    on     conflict (first_id, second_id) do update
    set    score = excluded.score, reasons = excluded.reasons, found_at = excluded.found_at
    where  duplicate_pairs.state = 'open'`.execute(ctx.db);
}
