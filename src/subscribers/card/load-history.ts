import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Consent, Household, Need } from '../api/shapes.ts';
import { reaches } from '../find-subscriber.ts';
import type { ClusterIds } from '../slots.ts';
import { today } from '../today.ts';

/** Open needs, wishes and experiences; those past their freshness date first. */
export async function loadNeeds(ctx: Ctx, ids: ClusterIds): Promise<z.input<typeof Need>[]> {
  // needs_subscriber (subscriber_id)
  const { rows } = await sql<z.input<typeof Need>>`
    select n.id, n.kind, n.text, n.source, s.name as noted_by, n.noted_at, n.confirmed_at,
           n.fresh_until, n.fresh_until < ${today(ctx)}::date as is_stale
    from   needs n
    left   join staff s on s.id = n.noted_by
    where  n.subscriber_id = any(${ids}) and n.closed_at is null
    order  by is_stale desc, n.confirmed_at desc, n.id desc
    limit  200`.execute(ctx.db);
  return rows;
}

/** The consent that holds for each channel and purpose: the newest one given or withdrawn. */
export async function loadConsents(ctx: Ctx, ids: ClusterIds): Promise<z.input<typeof Consent>[]> {
  // consents_subscriber (subscriber_id, channel, purpose, recorded_at desc)
  const { rows } = await sql<z.input<typeof Consent>>`
    select distinct on (c.channel, c.purpose)
           c.id, c.channel, c.purpose, c.is_granted, c.source, c.proof,
           s.name as recorded_by, c.recorded_at
    from   consents c
    left   join staff s on s.id = c.recorded_by
    where  c.subscriber_id = any(${ids})
    order  by c.channel, c.purpose, c.recorded_at desc, c.id desc`.execute(ctx.db);
  return rows;
}

type MemberRow = {
  id: number;
  kind: 'household' | 'holding';
  name: string;
  subscriberId: number;
  displayName: string;
  role: string;
  isHere: boolean;
};

/**
 * Households and holdings that anybody of the cluster belongs to, with those of their members whom
 * the reader may see.
 */
export async function loadHouseholds(
  ctx: Ctx,
  ids: ClusterIds,
): Promise<z.input<typeof Household>[]> {
  // household_members_subscriber (subscriber_id), then the primary key (household_id, …)
  const { rows } = await sql<MemberRow>`
    select distinct on (h.id, r.id)
           h.id, h.kind, h.name, r.id as subscriber_id, r.display_name, m.role,
           r.id = ${ids[0]}::bigint as is_here
    from   households h
    join   household_members m on m.household_id = h.id
    join   subscribers s on s.id = m.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  h.closed_at is null and (r.id = ${ids[0]}::bigint or ${reaches(ctx, 'subscribers.view')})
    and    h.id in (select household_id from household_members where subscriber_id = any(${ids}))
    order  by h.id, r.id
    limit  500`.execute(ctx.db);
  const households = Map.groupBy(rows, (row) => row.id);
  return [...households].map(([id, members]) => ({
    id,
    kind: members[0]?.kind ?? 'household',
    name: members[0]?.name ?? '',
    members: members.map(({ subscriberId, displayName, role, isHere }) => ({
      subscriberId,
      displayName,
      role,
      isHere,
    })),
  }));
}
