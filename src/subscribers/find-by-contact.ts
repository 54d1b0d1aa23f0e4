import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { ContactKind } from './api/kinds.ts';

/** More people behind one phone than this are a wrong phone, such as the office's own. */
const MOST_FOUND = 20;

/**
 * Who can be reached this way, as roots of merges: those who have it as their main contact first,
 * then those whose service is active. Looks at every subscriber, since it is the system that asks.
 * @param value normalised as contacts are stored: a phone in E.164, an e-mail in lower case
 */
export async function findByContact(ctx: Ctx, kind: ContactKind, value: string): Promise<number[]> {
  // contacts_value (kind, value) where removed_at is null
  const { rows } = await sql<{ id: number }>`
    select r.id
    from   contacts c
    join   subscribers s on s.id = c.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  c.kind = ${kind} and c.value = ${value} and c.removed_at is null
    and    r.erased_at is null
    group  by r.id, r.status
    order  by bool_or(c.is_primary) desc, r.status = 'active' desc, r.id
    limit  ${MOST_FOUND}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
