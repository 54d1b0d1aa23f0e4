import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { startNorm } from '../../norms/index.ts';
import { caseNorm } from '../cases/open-case.ts';
import { loadSigns } from './list-signs.ts';
import type { Sign } from './signs.ts';
import { touchedBy } from './touched-by.ts';

/** So many at once: what is left the next round brings, and nobody is buried in cases. */
const BATCH = 200;

/** Makes cases of whoever a sign touches. */
export const signTick: Tick = {
  name: 'retention.signs',
  everySeconds: 900,
  run: async (ctx) => {
    for (const sign of await loadSigns(ctx)) if (sign.isOn) await bring(ctx, sign);
  },
};

async function bring(ctx: Ctx, { kind, days }: Sign): Promise<void> {
  const now = ctx.clock.now();
  const norm = await startNorm(ctx, caseNorm.kind, now);
  const { rows } = await sql<{ id: number; subscriberId: number }>`
    with made as (
      insert into retention_cases
             (subscriber_id, source, norm_seconds, calendar_id, due_at, opened_at)
      select t.id, ${kind}, ${norm.normSeconds}, ${norm.calendar.id}, ${norm.dueAt}, ${now}
      from   (${touchedBy(ctx, kind, days)} limit ${BATCH}) t
      on     conflict do nothing
      returning id, subscriber_id),
    told as (
      insert into case_wishes (case_id, source, heard_at)
      select id, ${kind}, ${now} from made)
    select id, subscriber_id from made`.execute(ctx.db);
  await emitMany(
    ctx,
    rows.map(({ id, subscriberId }) => ({
      type: 'retention.case_opened',
      subject: { kind: 'case', id },
      subscriberId,
      facts: { number: id, source: kind },
    })),
  );
}
