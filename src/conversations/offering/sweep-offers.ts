import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { loadSettings } from '../settings/desk-clock.ts';
import { agentsHere } from './free-agents.ts';
import { isReady } from '../../staff/index.ts';
import { findWaiting } from './find-waiting.ts';
import { type Match, matchOffers } from './match-offers.ts';
import { weighValues } from '../value/weigh-values.ts';

const BATCH = 500;

/** Every second: ends the offers whose time is over, and puts what is nobody's before somebody. */
export async function sweepOffers(ctx: Ctx): Promise<void> {
  await endOffers(ctx);
  await weighValues(ctx);
  const settings = await loadSettings(ctx);
  const { offerLimit, offerSeconds, channelLoads, skillWaitSeconds } = settings;
  const first = await findWaiting(ctx, skillWaitSeconds, { limit: BATCH });
  if (first.length === 0) return;
  const agents = await agentsHere(ctx);
  // The most urgent may all have been let pass: then those behind them are looked at.
  const askable = { agents, offerLimit };
  const isWhole = first.length < BATCH || agents.length === 0;
  const waiting = isWhole
    ? first
    : await findWaiting(ctx, skillWaitSeconds, { limit: BATCH, askable });
  const matches = matchOffers(waiting, agents, offerLimit, channelLoads);
  await makeOffers(ctx, matches, offerSeconds);
}

/** Why an offer stands no longer. */
type OfferEnd = 'taken' | 'declined' | 'expired' | 'withdrawn';

/** An offer ends when its time is over, or when whoever it stands before is gone or not ready. */
async function endOffers(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  // offers_live_expiry (expires_at) where ended_at is null
  const { rows } = await sql<{ conversationId: number; staffId: number; reason: OfferEnd }>`
    update offers o
    set    ended_at   = ${now},
           end_reason = case when expires_at <= ${now} then 'expired' else 'withdrawn' end
    where  ended_at is null
    and    (expires_at <= ${now}
            or not exists (select from presence p
                           where  p.staff_id = o.staff_id and ${isReady(ctx)}))
    returning conversation_id, staff_id, end_reason as reason`.execute(ctx.db);
  await emitMany(
    ctx,
    rows.map(({ conversationId, staffId, reason }) => ({
      type: 'conversations.offer_ended',
      subject: { kind: 'conversation', id: conversationId },
      facts: { staffId, reason },
    })),
  );
}

async function makeOffers(
  ctx: Ctx,
  matches: readonly Match[],
  offerSeconds: number,
): Promise<void> {
  if (matches.length === 0) return;
  const offeredAt = ctx.clock.now();
  const expiresAt = new Date(offeredAt.getTime() + offerSeconds * 1000);
  // Somebody may take one by hand while this runs: only what is still nobody's is offered.
  const { rows } = await sql<{ conversationId: number; staffId: number; number: number }>`
    with chosen as (
      select c.id, m.staff_id
      from   unnest(${matches.map((one) => one.conversationId)}::bigint[],
                    ${matches.map((one) => one.staffId)}::bigint[]) as m (id, staff_id)
      join   conversations c on c.id = m.id
      where  c.owner_staff_id is null and c.state = 'open'
      for    update of c skip locked)
    insert into offers (conversation_id, staff_id, offered_at, expires_at)
    select id, staff_id, ${offeredAt}, ${expiresAt} from chosen
    on conflict do nothing
    returning conversation_id, staff_id,
              (select number from conversations c where c.id = conversation_id) as number`.execute(
    ctx.db,
  );
  await emitMany(
    ctx,
    rows.map(({ conversationId, staffId, number }) => ({
      type: 'conversations.offered',
      subject: { kind: 'conversation', id: conversationId },
      facts: { number, staffId, expiresAt },
    })),
  );
}
