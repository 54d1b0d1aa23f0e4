import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { whisper } from '../../kernel/events/whisper.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { reachRecord } from '../work-holders.ts';

/** A screen says every 10 seconds what it shows: two words missed, and its person has left. */
const HERE_FOR_SECONDS = 25;

type AtRecord = { entity: string; entityId: number };
type Other = { staffId: number; name: string; isWriting: boolean };

const since = (ctx: Ctx): Date => new Date(ctx.clock.now().getTime() - HERE_FOR_SECONDS * 1000);

/**
 * Notes that somebody looks at a record or writes there; the screens that show it hear of a change.
 * @returns who else is at it
 */
export async function noteAttention(
  ctx: Ctx,
  { entity, entityId, state }: AtRecord & { state: 'looking' | 'writing' | 'left' },
): Promise<Result<{ others: Other[] }>> {
  const staffId = staffIdOf(ctx.actor);
  const holder = await reachRecord(ctx, { entity, entityId });
  if ('ok' in holder) return holder;
  if (staffId === null) return fail('work.record_not_found');
  const isWriting = state === 'writing';
  // attention_pkey
  const { rows } = await sql<{ wasWriting: boolean | null }>`
    with before as (
      select is_writing from attention
      where  entity = ${entity} and entity_id = ${entityId} and staff_id = ${staffId}
      and    seen_at > ${since(ctx)}),
    gone as (
      delete from attention
      where  ${state === 'left'} and entity = ${entity} and entity_id = ${entityId}
      and    staff_id = ${staffId}),
    here as (
      insert into attention (entity, entity_id, staff_id, is_writing, seen_at)
      select ${entity}, ${entityId}::bigint, ${staffId}::bigint, ${isWriting}, ${ctx.clock.now()}
      where  ${state !== 'left'}
      on conflict (entity, entity_id, staff_id) do update
         set is_writing = excluded.is_writing, seen_at = excluded.seen_at)
    select (select is_writing from before) as was_writing`.execute(ctx.db);
  const was = rows[0]?.wasWriting ?? null;
  const is = state === 'left' ? null : isWriting;
  if (was !== is) {
    const { type, kind } = holder.attention;
    await whisper(ctx, { type, subject: { kind, id: entityId }, facts: { staffId } });
  }
  return ok({ others: await othersAt(ctx, { entity, entityId }) });
}

/** Who else is at a record that the asker may see. */
export async function readAttention(
  ctx: Ctx,
  record: AtRecord,
): Promise<Result<{ others: Other[] }>> {
  const holder = await reachRecord(ctx, record);
  return 'ok' in holder ? holder : ok({ others: await othersAt(ctx, record) });
}

async function othersAt(ctx: Ctx, { entity, entityId }: AtRecord): Promise<Other[]> {
  // attention_pkey
  const { rows } = await sql<Other>`
    select a.staff_id, s.name, a.is_writing
    from   attention a join staff s on s.id = a.staff_id
    where  a.entity = ${entity} and a.entity_id = ${entityId} and a.seen_at > ${since(ctx)}
    and    a.staff_id is distinct from ${staffIdOf(ctx.actor)}
    order  by a.is_writing desc, s.name`.execute(ctx.db);
  return rows;
}
