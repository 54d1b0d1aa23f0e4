import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { addAddress, createSubscriber, likelyDuplicates } from '../../subscribers/index.ts';
import { addressOf } from '../deals/address-of.ts';
import type { Stored } from '../deals/values.ts';
import { newcomerOf } from './list-alike.ts';

/** Who it is where the deal names nobody: an id of who is alike; to be asked where somebody is. */
type Who = 'ask' | 'another' | number;
type Buyer = { subscriberId: number; serviceAddressId: number | null };

/**
 * Whoever buys, as a subscriber with the address that is to be connected. One who is known already
 * keeps all there is, and gets an address that is not there yet. Where somebody is much alike, it
 * is said first whether they are the same.
 */
export async function settleBuyer(ctx: Ctx, deal: Stored, who: Who): Promise<Result<Buyer>> {
  const subscriber = await findOrAdd(ctx, deal, who);
  if (!subscriber.ok) return subscriber;
  const subscriberId = subscriber.value;
  const known = await addressAt(ctx, subscriberId, deal);
  if (known !== null) return ok({ subscriberId, serviceAddressId: known });
  const text = await addressOf(ctx, deal);
  if (text === '') return ok({ subscriberId, serviceAddressId: null });
  const added = await addAddress(ctx, { id: subscriberId, text, label: '' });
  return added.ok ? ok({ subscriberId, serviceAddressId: added.value.id }) : added;
}

async function findOrAdd(ctx: Ctx, deal: Stored, who: Who): Promise<Result<number>> {
  if (deal.subscriberId !== null) return ok(deal.subscriberId);
  const { ownerStaffId, teamId } = deal;
  const newcomer = newcomerOf(deal);
  if (who !== 'another') {
    const alike = await likelyDuplicates(ctx, newcomer);
    const chosen = alike.find(({ id }) => id === who);
    if (chosen) return ok(chosen.id);
    // Whoever was chosen may be alike no longer: nobody is taken for somebody else.
    const [first] = alike;
    if (first) {
      const code = 'sales.known_already';
      return fail(code, { id: first.id, name: first.displayName }, { buyer: code });
    }
    if (who !== 'ask') return fail('subscribers.not_found', {}, { buyer: 'subscribers.not_found' });
  }
  const standing = { kind: 'person', status: 'prospect', ownerStaffId, teamId } as const;
  const made = await createSubscriber(ctx, { ...newcomer, ...standing });
  if (!made.ok) return made;
  return ok(Number(made.value.id));
}

/** An address of theirs at the very flat of the deal. */
async function addressAt(ctx: Ctx, id: number, deal: Stored): Promise<number | null> {
  if (deal.buildingId === null) return null;
  // subscribers_root (root_id), service_addresses_subscriber, premises_pkey
  const { rows } = await sql<{ id: number }>`
    select a.id from subscribers s
    join   subscribers k on k.root_id = s.root_id
    join   service_addresses a on a.subscriber_id = k.id and a.removed_at is null
    join   premises p on p.id = a.premise_id
    where  s.id = ${id} and p.building_id = ${deal.buildingId} and p.flat = ${deal.flat}
    order  by a.id limit 1`.execute(ctx.db);
  return rows[0]?.id ?? null;
}
