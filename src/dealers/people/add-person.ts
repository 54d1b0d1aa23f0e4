import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { findDealer } from './find-dealer.ts';

type Input = { id: number; staffId: number };

/** Opens the dealer's cabinet to somebody of the staff, who works for no other dealer. */
export async function addPerson(ctx: Ctx, { id, staffId }: Input): Promise<Result<Done>> {
  const found = await findDealer(ctx, id, 'dealers.manage');
  if (!found.ok) return found;
  // staff_pkey
  const known = await sql`
    select from staff where id = ${staffId} and disabled_at is null`.execute(ctx.db);
  if (known.rows.length === 0) return fail('dealers.no_such_person');
  const { rows } = await sql<{ dealerId: number; isNew: boolean }>`
    insert into dealer_staff as p (staff_id, dealer_id, added_at)
    values (${staffId}, ${id}, ${ctx.clock.now()})
    on     conflict (staff_id) do update set dealer_id = p.dealer_id
    returning dealer_id, xmax = 0 as is_new`.execute(ctx.db);
  if (rows[0]?.dealerId !== id) return fail('dealers.works_elsewhere');
  if (rows[0].isNew) await tellPerson(ctx, 'dealers.person_added', { id, staffId });
  return ok({});
}

/** Tells the journal whose cabinet it is. */
export const tellPerson = (
  ctx: Ctx,
  type: 'dealers.person_added' | 'dealers.person_removed',
  { id, staffId }: { id: number; staffId: number },
): Promise<number> => emit(ctx, { type, subject: { kind: 'dealer', id }, facts: { staffId } });
