import { sql } from 'kysely';
import { subscribe } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { withRights } from '../../kernel/with-rights.ts';
import { today } from '../../subscribers/index.ts';
import { lockMember } from '../members/find-member.ts';
import { accountFor } from '../account-for.ts';
import { friendTariffsOf } from './list-tariffs.ts';
import { lent } from '../lent.ts';

type Input = { id: number; productVersionId: number };

/** Gives somebody a tariff for the friends who stay; what they had before is kept to go back to. */
export async function giveTariff(ctx: Ctx, input: Input): Promise<Result<Done>> {
  const locked = await lockMember(ctx, input.id);
  if (!locked.ok) return locked;
  const { subscriberId } = locked.value;
  const { productVersionId } = input;
  const { tariffs, staying, current } = await friendTariffsOf(ctx, locked.value);
  const tariff = tariffs.find((one) => one.productVersionId === productVersionId);
  if (!tariff) return fail('loyalty.no_such_tariff');
  if (current) return fail('loyalty.has_tariff_already');
  if (staying < tariff.leastFriends) {
    return fail('loyalty.too_few_friends', { count: tariff.leastFriends - staying });
  }
  const account = await accountFor(ctx, subscriberId, undefined);
  if (!account) return fail('loyalty.no_account');
  const { id, tariffId } = account;
  const changed = await subscribe(withRights(ctx, lent), {
    id,
    productVersionId,
    replacesId: tariffId,
    from: 'today',
    isConfirmed: true,
  });
  if (!changed.ok) return changed;
  // subscriptions_pkey, product_versions_pkey
  await sql`
    insert into friend_tariffs (subscriber_id, account_id, product_id, former_version_id,
             former_fee_minor, given_on, given_by)
    select ${subscriberId}, ${id}, v.product_id, x.product_version_id,
           x.monthly_fee_minor, ${today(ctx)}, ${staffIdOf(ctx.actor)}
    from   subscriptions x, product_versions v
    where  x.id = ${tariffId} and v.id = ${productVersionId}`.execute(ctx.db);
  await emit(ctx, {
    type: 'loyalty.tariff_given',
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
    facts: { tariff: tariff.name },
  });
  return ok({});
}
