import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { startNorm } from '../../norms/index.ts';
import { findWorker } from './find-worker.ts';
import { hasLeft } from './has-left.ts';
import { indexCases } from './index-cases.ts';
import { lockOpenOf, type StoredCase } from './lock-case.ts';
import type { CaseSource } from './states.ts';
import { writeCase } from './write-case.ts';

/** The norm that a wish to leave is answered within. */
export const caseNorm = {
  kind: 'retention.wish',
  targetSeconds: 3600,
  isPersonal: true,
} as const;

/** So long a wish counts as the same person's further one. */
const REPEATED_WITHIN_DAYS = 180;

export type Wish = {
  subscriberId: number;
  source: CaseSource;
  ruleId?: number | null;
  conversationId?: number | null;
  ticketId?: number | null;
  messageId?: number | null;
  attemptId?: number | null;
  /** What of it was heard, in their own words. */
  words?: string;
  isAngry?: boolean;
  /** Written down by us: it adds to what is known, and is no further wish of theirs. */
  isOurs?: boolean;
  heardAt: Date;
  /** When it was said, where that was before it was heard of. */
  saidAt?: Date;
  ownerStaffId?: number | null;
  teamId?: number | null;
};

export type OpenedCase = { id: number; isNew: boolean };

/**
 * Opens a case for a wish to leave, or joins the one that is open: a subscriber has one at a time.
 * A wish that comes after somebody has spoken with them, or after an earlier case, is a repeated
 * one: they are not talked over again. Who has left is not asked to stay: null, unless it is their
 * going itself that is written down.
 */
export async function openCase(ctx: Ctx, wish: Wish): Promise<OpenedCase | null> {
  const rootId = await holdRoot(ctx, wish.subscriberId);
  const standing = await lockOpenOf(ctx, rootId);
  if (standing) {
    await joinCase(ctx, standing, wish);
    return { id: standing.id, isNew: false };
  }
  if (wish.source !== 'closing' && (await hasLeft(ctx, rootId))) return null;
  const norm = await startNorm(ctx, caseNorm.kind, wish.heardAt, rootId);
  const isRepeated = isSaid(wish) && (await hadOne(ctx, rootId));
  const { id } = await ctx.db
    .insertInto('retentionCases')
    .values({
      subscriberId: rootId,
      source: wish.source,
      isAngry: wish.isAngry ?? false,
      isRepeated,
      ...(await whoseOf(ctx, wish)),
      normSeconds: norm.normSeconds,
      calendarId: norm.calendar.id,
      dueAt: norm.dueAt,
      openedAt: wish.heardAt,
      openedBy: staffIdOf(ctx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await keepWish(ctx, id, wish);
  await indexCases(ctx, [id]);
  await tellWish(ctx, 'retention.case_opened', { id, subscriberId: rootId }, wish);
  return { id, isNew: true };
}

/** It is whoever's the talk was, if they work on cases; else nobody's, whom all of them see. */
async function whoseOf(ctx: Ctx, { ownerStaffId = null, teamId = null }: Wish) {
  const worker = ownerStaffId === null ? null : await findWorker(ctx, ownerStaffId);
  return worker
    ? { ownerStaffId, teamId: worker.teamId ?? teamId }
    : { ownerStaffId: null, teamId: null };
}

/** Whether they said it themselves: what we write, and what a sign tells, is no word of theirs. */
const isSaid = ({ source, isOurs }: Wish): boolean =>
  isOurs !== true && (source === 'words' || source === 'hand' || source === 'port_out');

/** Keeps two wishes of one subscriber from opening two cases; also until an erasure is over. */
async function holdRoot(ctx: Ctx, subscriberId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select r.id from subscribers s join subscribers r on r.id = s.root_id
    where  s.id = ${subscriberId} for no key update of r`.execute(ctx.db);
  return rows[0]?.id ?? subscriberId;
}

async function joinCase(ctx: Ctx, standing: StoredCase, wish: Wish): Promise<void> {
  await keepWish(ctx, standing.id, wish);
  const isFurther = standing.spokenAt !== null && (wish.saidAt ?? wish.heardAt) > standing.spokenAt;
  const isRepeated = standing.isRepeated || (isFurther && isSaid(wish));
  const isAngry = standing.isAngry || wish.isAngry === true;
  await writeCase(
    ctx,
    standing,
    { isRepeated, isAngry },
    {
      type: 'retention.wish_joined',
      facts: factsOf(wish),
      ...(wish.words ? { personal: { words: wish.words } } : {}),
    },
  );
}

async function hadOne(ctx: Ctx, rootId: number): Promise<boolean> {
  const since = new Date(ctx.clock.now().getTime() - REPEATED_WITHIN_DAYS * 86_400_000);
  // subscribers_root (root_id), retention_cases_subscriber (subscriber_id, opened_at desc)
  const { rows } = await sql`
    select from subscribers m join retention_cases c on c.subscriber_id = m.id
    where  m.root_id = ${rootId} and c.opened_at > ${since} and c.outcome = 'stays'
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}

async function keepWish(ctx: Ctx, caseId: number, wish: Wish): Promise<void> {
  await ctx.db
    .insertInto('caseWishes')
    .values({
      caseId,
      source: wish.source,
      ruleId: wish.ruleId ?? null,
      conversationId: wish.conversationId ?? null,
      ticketId: wish.ticketId ?? null,
      messageId: wish.messageId ?? null,
      attemptId: wish.attemptId ?? null,
      words: (wish.words ?? '').slice(0, 500),
      heardAt: wish.heardAt,
      heardBy: staffIdOf(ctx.actor),
    })
    .execute();
}

const factsOf = ({ source, ruleId, conversationId, ticketId }: Wish): Record<string, unknown> => ({
  source,
  ...(ruleId ? { ruleId } : {}),
  ...(conversationId ? { conversationId } : {}),
  ...(ticketId ? { ticketId } : {}),
});

async function tellWish(
  ctx: Ctx,
  type: 'retention.case_opened',
  { id, subscriberId }: { id: number; subscriberId: number },
  wish: Wish,
): Promise<void> {
  await emit(ctx, {
    type,
    subject: { kind: 'case', id },
    subscriberId,
    facts: { number: id, ...factsOf(wish) },
    ...(wish.words ? { personal: { words: wish.words } } : {}),
  });
}
