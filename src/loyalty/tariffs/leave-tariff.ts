import { sql } from 'kysely';
import { subscribe } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { withRights } from '../../kernel/with-rights.ts';
import { today } from '../../subscribers/index.ts';
import { lockMember } from '../members/find-member.ts';
import { lent } from '../lent.ts';

/** Gives back the tariff that somebody had before, for the fee that they had. */
export async function leaveTariff(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const locked = await lockMember(ctx, id);
  if (!locked.ok) return locked;
  // subscribers_root (root_id), friend_tariffs_subscriber (subscriber_id)
  const { rows } = await sql<{ id: number }>`
    select g.id from subscribers o
    join   friend_tariffs g on g.subscriber_id = o.id and g.ended_on is null
    where  o.root_id = ${locked.value.subscriberId}
    order  by g.id desc limit 1 for update of g`.execute(ctx.db);
  const [standing] = rows;
  return standing ? goBack(ctx, standing.id) : fail('loyalty.no_friend_tariff');
}

type Standing = {
  subscriberId: number;
  accountId: number;
  formerVersionId: number;
  formerFeeMinor: number | null;
  name: string;
  /** The subscription, where they have it still: by its product, for a change of price moves it. */
  subscriptionId: number | null;
};

/** Ends one that stands, which is locked: whoever has another tariff by now keeps that. */
export async function goBack(ctx: Ctx, id: number): Promise<Result<Done>> {
  // friend_tariffs_pkey, subscriptions_account (account_id), product_versions_pkey
  const { rows } = await sql<Standing>`
    update friend_tariffs g set ended_on = ${today(ctx)}
    from   products p
    where  g.id = ${id} and p.id = g.product_id and g.ended_on is null
    returning g.subscriber_id, g.account_id, g.former_version_id, g.former_fee_minor,
              p.name,  (select max(x.id) from subscriptions x
               join   product_versions v on v.id = x.product_version_id
               where  x.account_id = g.account_id and x.ended_on is null
               and    v.product_id = g.product_id) as subscription_id`.execute(ctx.db);
  const [ended] = rows;
  if (!ended) return fail('loyalty.no_friend_tariff');
  const { subscriberId, accountId, formerVersionId, subscriptionId, name } = ended;
  const asItWas = { isAgreed: true, ownFeeMinor: ended.formerFeeMinor };
  if (subscriptionId !== null) {
    const back = { id: accountId, productVersionId: formerVersionId, replacesId: subscriptionId };
    const given = { ...back, from: 'today', isConfirmed: true } as const;
    const changed = await subscribe(withRights(ctx, lent), given, asItWas);
    if (!changed.ok) return changed;
  }
  await emit(ctx, {
    type: 'loyalty.tariff_ended',
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
    facts: { tariff: name },
  });
  return ok({});
}
