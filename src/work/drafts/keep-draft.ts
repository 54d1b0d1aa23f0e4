import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { reachRecord } from '../work-holders.ts';

export type DraftKind = 'reply' | 'note';
export type Draft = {
  kind: DraftKind;
  text: string;
  writing: string;
  seenId: number;
  version: number;
  updatedAt: Date;
};

type Given = {
  entity: string;
  entityId: number;
  kind: DraftKind;
  text: string;
  writing: string;
  seenId: number;
  version: number;
};

/**
 * Keeps what somebody is writing. It is not kept over what another screen has written since the one
 * that asks has looked, and not after it was sent: that one is told what stands there instead. Kept
 * again it changes nothing, so a save whose answer was lost is simply repeated.
 */
export async function keepDraft(
  outer: Ctx,
  given: Given,
): Promise<Result<{ isKept: boolean; draft: Draft }>> {
  const staffId = staffIdOf(outer.actor);
  if (staffId === null) return fail('work.record_not_found');
  const holder = await reachRecord(outer, given);
  if ('ok' in holder) return holder;
  return inTransaction(outer, async (ctx) => {
    if (await holder.isErased(ctx, given.entityId)) return fail('work.record_not_found');
    const before = await lockDraft(ctx, staffId, given);
    const isSent = before.sentWritings.includes(given.writing);
    const isOthers =
      before.text !== '' && before.text !== given.text && before.version !== given.version;
    if (isSent || isOthers) return ok({ isKept: false, draft: before });
    const { kind, text, writing, seenId } = given;
    if (before.text === text && before.writing === writing && before.seenId === seenId) {
      return ok({ isKept: true, draft: before });
    }
    const version = before.version + 1;
    const updatedAt = ctx.clock.now();
    await ctx.db
      .updateTable('drafts')
      .set({ text, writing, seenId, version, updatedAt })
      .where('id', '=', before.id)
      .execute();
    return ok({ isKept: true, draft: { kind, text, writing, seenId, version, updatedAt } });
  });
}

type Kept = Draft & { id: number; sentWritings: string[] };

/** A save on a slow line comes late by so many sendings at most. */
const REMEMBERED = 8;

/** The row of a person, a record and a kind, locked; made empty where there is none. */
export async function lockDraft(
  ctx: Ctx,
  staffId: number,
  { entity, entityId, kind, writing }: Pick<Given, 'entity' | 'entityId' | 'kind' | 'writing'>,
): Promise<Kept> {
  // drafts_staff_id_entity_entity_id_kind_key
  await sql`
    insert into drafts (staff_id, entity, entity_id, kind, text, writing, version, updated_at)
    values (${staffId}, ${entity}, ${entityId}, ${kind}, '', ${writing}, 0, ${ctx.clock.now()})
    on conflict do nothing`.execute(ctx.db);
  const { rows } = await sql<Kept>`
    select id, kind, text, writing, seen_id, sent_writings, version, updated_at from drafts
    where  staff_id = ${staffId} and entity = ${entity} and entity_id = ${entityId}
    and    kind = ${kind} for update`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a draft was made a moment ago');
  return row;
}

/**
 * The piece of writing was sent: nothing of it is kept, and what of it comes late from a slow line
 * is not kept either. Called in the transaction that sends it.
 */
export async function endDraft(
  ctx: Ctx,
  on: { entity: string; entityId: number; kind: DraftKind },
  writing: string | undefined,
): Promise<void> {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null || !writing) return;
  const draft = await lockDraft(ctx, staffId, { ...on, writing });
  const { id, writing: current, text, version, sentWritings } = draft;
  const isThis = current === writing;
  await ctx.db
    .updateTable('drafts')
    .set({
      sentWritings: [...sentWritings, writing].slice(-REMEMBERED),
      text: isThis ? '' : text,
      version: isThis ? version + 1 : version,
      updatedAt: ctx.clock.now(),
    })
    .where('id', '=', id)
    .execute();
}
