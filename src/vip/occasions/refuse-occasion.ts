import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { occasionsApi } from '../api/occasions.ts';

export type OccasionFields = Omit<
  z.output<(typeof occasionsApi)['POST /api/vip/{id}/occasions']['input']>,
  'id'
>;

/**
 * A day that is in no calendar, one without a name, a contact person of somebody else, somebody of
 * a firm to be written to of whom it is not known who they are.
 */
export async function refuseOccasion(
  ctx: Ctx,
  subscriberId: number,
  fields: OccasionFields,
): Promise<Fail | null> {
  const { month, day, year, kind, name, contactPersonId, greetBy } = fields;
  // A year of which it is not known counts as one with the 29th of February.
  const at = new Date(Date.UTC(year ?? 2000, month - 1, day));
  if (at.getUTCMonth() !== month - 1)
    return fail('vip.no_such_day', {}, { day: 'vip.no_such_day' });
  if (kind === 'other' && name === '') {
    return fail('vip.name_needed', {}, { name: 'vip.name_needed' });
  }
  const isOfFirm = kind === 'head' || kind === 'contact';
  if (contactPersonId === null) {
    return isOfFirm && greetBy === 'message'
      ? fail('vip.person_needed', {}, { contactPersonId: 'vip.person_needed' })
      : null;
  }
  const found = await ctx.db
    .selectFrom('contactPersons as p')
    .innerJoin('subscribers as s', 's.id', 'p.subscriberId')
    .select('p.id')
    .where('p.id', '=', contactPersonId)
    .where('p.removedAt', 'is', null)
    .where('s.rootId', '=', subscriberId)
    .executeTakeFirst();
  return found && (isOfFirm || kind === 'other')
    ? null
    : fail('vip.no_such_contact', {}, { contactPersonId: 'vip.no_such_contact' });
}
