import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { type At, hasHanded, lockLed, type StoredEvent, writeEvent } from './lock-event.ts';
import { type EventFields, refuseEvent, storedFields } from './refuse-event.ts';

/**
 * Changes an event. Its budget and whoever is in charge are changed by somebody who approves, and
 * never by the one in charge, before or after.
 */
export async function changeEvent(
  ctx: Ctx,
  { id, version, ...fields }: EventFields & At,
): Promise<Result<At>> {
  const locked = await lockLed(ctx, { id, version });
  if (!locked.ok) return locked;
  const event = locked.value;
  const refused = await refuseEvent(ctx, fields);
  if (refused) return refused;
  const isOfMoney =
    fields.budgetMinor !== event.budgetMinor || fields.inChargeId !== event.inChargeId;
  if (isOfMoney && !isOthers(ctx, event, fields)) return fail('vip.own_wish');
  const isOfPrizes =
    fields.isContest !== event.isContest ||
    fields.cupItemId !== event.cupItemId ||
    fields.comfortItemId !== event.comfortItemId ||
    fields.on !== event.on;
  if (isOfPrizes && (await hasHanded(ctx, id))) return fail('vip.prize_handed');
  const { on, budgetMinor } = fields;
  const facts = { on, budgetMinor, formerMinor: event.budgetMinor };
  const told = { type: 'vip.event_changed', facts } as const;
  return writeEvent(ctx, { ...event, name: fields.name }, storedFields(fields), told);
}

const isOthers = (ctx: Ctx, event: StoredEvent, { inChargeId }: EventFields): boolean => {
  const me = staffIdOf(ctx.actor);
  return reachOf(ctx.actor, 'vip.approve') !== null && me !== event.inChargeId && me !== inChargeId;
};
