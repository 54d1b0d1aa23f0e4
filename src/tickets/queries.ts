import { sql } from 'kysely';

/** A ticket in one line, of `tickets t`; goes with `lineJoins`. */
export const lineColumns = sql`t.id, t.subject, k.name as category, t.priority, t.state, t.opened_at,
  t.due_at, own.name as owner_name`;

export const lineJoins = sql`
  join   ticket_categories k on k.id = t.category_id
  left   join staff own on own.id = t.owner_staff_id`;
