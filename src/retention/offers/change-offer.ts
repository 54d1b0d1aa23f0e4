import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit, emitMany } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { offersApi } from '../api/offers.ts';
import { nameTaken } from '../name-taken.ts';
import { refuseOffer } from './refuse-offer.ts';

type Changed = z.output<(typeof offersApi)['PUT /api/retention-offers/{id}']['input']>;

/**
 * Changes what is offered, or offers it no longer; what was given stays as it was given. Plays that
 * bring it are off till they were tried with what it is now.
 */
export async function changeOffer(ctx: Ctx, input: Changed): Promise<Result<Done>> {
  const { id, version, isArchived, ...fields } = input;
  const { rows } = await sql<{ version: number; isTaken: boolean }>`
    select version, exists (
      select from retention_offers x where x.name = ${fields.name} and x.id <> o.id) as is_taken
    from   retention_offers o where id = ${id} for update`.execute(ctx.db);
  const [before] = rows;
  if (!before) return fail('retention.no_such_offer');
  if (before.version !== version) return fail('retention.changed_meanwhile');
  if (before.isTaken) return nameTaken();
  const refused = await refuseOffer(ctx, fields);
  if (refused) return refused;
  await ctx.db
    .updateTable('retentionOffers')
    .set({ ...fields, archivedAt: isArchived ? ctx.clock.now() : null, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await switchOff(ctx, id);
  const subject = { kind: 'retention_offer', id };
  await emit(ctx, { type: 'retention.offer_changed', subject, facts: { ...fields, isArchived } });
  return ok({});
}

async function switchOff(ctx: Ctx, offerId: number): Promise<void> {
  // Of plays there are some dozens.
  const { rows } = await sql<{ id: number; wasOn: boolean }>`
    with bring as (select id, on_since from plays where offer_id = ${offerId} for update)
    update plays p set on_since = null, tried_version = null
    from   bring b where b.id = p.id
    returning p.id, b.on_since is not null as was_on`.execute(ctx.db);
  const off = rows.filter(({ wasOn }) => wasOn);
  await emitMany(
    ctx,
    off.map(({ id }) => ({ type: 'retention.play_switched_off', subject: { kind: 'play', id } })),
  );
}
