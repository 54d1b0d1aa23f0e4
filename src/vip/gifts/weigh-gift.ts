import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { RecipientKind } from '../kinds.ts';
import { loadGiftSettings, mostOf } from './settings.ts';

/** A gift as it is weighed; without an id while it is only being planned. */
export type Weighed = {
  id?: number;
  costMinor: number;
  recipientKind: RecipientKind;
  deliverOn: string;
  occasionKey: string | null;
};
type Client = { id: number; kind: 'person' | 'organisation' };
type Given = { yearMinor: number; besideMinor: number };

/**
 * Weighs a gift against what its recipient may take and what all gifts and prizes of the year may
 * come to. To an organisation never more goes than an organisation may take, whoever takes it
 * there; gifts of one day or occasion count as one.
 */
export async function weighGift(ctx: Ctx, client: Client, gift: Weighed): Promise<Fail | null> {
  const settings = await loadGiftSettings(ctx);
  const isOrganisation = client.kind === 'organisation';
  const most = Math.min(
    mostOf(settings, gift.recipientKind),
    isOrganisation ? settings.organisationMostMinor : Infinity,
  );
  const year = gift.deliverOn.slice(0, 4);
  // subscribers_root (root_id), vip_gifts_subscriber (subscriber_id, deliver_on), of prizes
  // vip_event_guests_subscriber (subscriber_id) and vip_events_pkey
  const { rows } = await sql<Given>`
    with given as (
      select f.cost_minor, f.deliver_on, f.occasion_key, f.recipient_kind
      from   subscribers m join vip_gifts f on f.subscriber_id = m.id
      where  m.root_id = ${client.id} and f.state not in ('refused', 'cancelled')
      and    f.id is distinct from ${gift.id ?? null}::bigint
      union  all
      select g.prize_minor, e."on", null, r.kind
      from   subscribers m
      join   subscribers r on r.id = m.root_id
      join   vip_event_guests g on g.subscriber_id = m.id and g.prize is not null
      join   vip_events e on e.id = g.event_id
      where  m.root_id = ${client.id})
    select coalesce(sum(f.cost_minor), 0)::bigint as year_minor,
           coalesce(sum(f.cost_minor) filter (
             where (f.deliver_on = ${gift.deliverOn}::date or f.occasion_key = ${gift.occasionKey})
             and   (${isOrganisation}::boolean or f.recipient_kind = ${gift.recipientKind})
           ), 0)::bigint as beside_minor
    from   given f
    where  f.deliver_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`.execute(
    ctx.db,
  );
  const { yearMinor = 0, besideMinor = 0 } = rows[0] ?? {};
  if (besideMinor + gift.costMinor > most) {
    const code = 'vip.gift_over_limit';
    return fail(code, { mostMinor: most }, { recipientKind: code });
  }
  if (yearMinor + gift.costMinor <= settings.yearMostMinor) return null;
  return fail('vip.gifts_over_year', { mostMinor: settings.yearMostMinor });
}
