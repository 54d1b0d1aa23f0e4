import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { type At, tellEvent } from './lock-event.ts';
import { type EventFields, refuseEvent, storedFields } from './refuse-event.ts';

/** Plans an event. Whoever is in charge of it does not give its budget to themselves. */
export async function addEvent(ctx: Ctx, fields: EventFields): Promise<Result<At>> {
  const refused = await refuseEvent(ctx, fields);
  if (refused) return refused;
  if (fields.on < today(ctx)) return fail('vip.term_past', {}, { on: 'vip.term_past' });
  const me = staffIdOf(ctx.actor);
  if (fields.inChargeId === me && fields.budgetMinor > 0) {
    return fail('vip.own_wish', {}, { inChargeId: 'vip.own_wish' });
  }
  const made = await ctx.db
    .insertInto('vipEvents')
    .values({ ...storedFields(fields), createdBy: me, createdAt: ctx.clock.now() })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  const { name, on, budgetMinor } = fields;
  const facts = { on, budgetMinor };
  await tellEvent(ctx, { id: made.id, name }, { type: 'vip.event_planned', facts });
  return ok(made);
}
