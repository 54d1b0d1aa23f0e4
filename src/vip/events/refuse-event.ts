import type { z } from 'zod';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { eventsApi } from '../api/events.ts';
import { invitationNames } from '../guests/invitation-words.ts';
import { unknownIn } from '../occasions/fill-in.ts';

export type EventFields = z.output<(typeof eventsApi)['POST /api/vip-events']['input']>;

/** What is wrong with an event as somebody wants it. */
export async function refuseEvent(ctx: Ctx, fields: EventFields): Promise<Fail | null> {
  const { kind, kindName, inChargeId, cupItemId, comfortItemId, words } = fields;
  if (kind === 'own' && kindName === '') {
    return fail('vip.kind_needed', {}, { kindName: 'vip.kind_needed' });
  }
  const unknown = unknownIn(words, invitationNames);
  if (unknown !== undefined) {
    return fail('vip.unknown_word', { name: unknown }, { words: 'vip.unknown_word' });
  }
  const items = [cupItemId, comfortItemId].filter((one) => one !== null);
  // staff_pkey, vip_gift_items_pkey
  const { rows } = await sql<{ isStaff: boolean; known: number[] }>`
    select exists (select from staff where id = ${inChargeId} and disabled_at is null) as is_staff,
           array(select id from vip_gift_items where id = any(${items}::bigint[])) as known
    `.execute(ctx.db);
  const { isStaff = false, known = [] } = rows[0] ?? {};
  if (!isStaff) {
    const code = 'vip.no_such_personal_manager';
    return fail(code, {}, { inChargeId: code });
  }
  const missing = items.some((id) => !known.map(Number).includes(id));
  return missing ? fail('vip.no_such_item') : null;
}

/** The fields as they are kept: a kind has a name only where it is the operator's own. */
export const storedFields = (fields: EventFields): EventFields => ({
  ...fields,
  kindName: fields.kind === 'own' ? fields.kindName : '',
});
