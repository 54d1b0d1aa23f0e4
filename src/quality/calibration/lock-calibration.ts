import { sql } from 'kysely';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { CardGroup, CardItem } from '../cards/groups.ts';
import type { Answer } from '../kinds.ts';
import { itemsOf, takes } from '../reviews/score-card.ts';

type Locked = { closedAt: Date | null; groups: CardGroup[] };

/** A calibration that is not closed, locked so that nothing is answered any more. */
export async function lockOpenCalibration(ctx: Ctx, id: number): Promise<Result<Locked>> {
  const found = await lockCalibration(ctx, id, 'for update of k');
  if (!found) return fail('quality.no_such_calibration');
  return found.closedAt ? fail('quality.calibration_closed') : ok(found);
}

/** What the actor judges in one that is not closed: their own part, locked. */
export async function lockMyPart(
  ctx: Ctx,
  id: number,
): Promise<Result<Locked & { isDone: boolean }>> {
  const found = await lockCalibration(ctx, id, 'for share of k');
  // quality_calibration_people_pkey (calibration_id, staff_id)
  const { rows } = await sql<{ isDone: boolean }>`
    select done_at is not null as is_done from quality_calibration_people
    where  calibration_id = ${id} and staff_id = ${me(ctx)} for update`.execute(ctx.db);
  const [part] = rows;
  if (!found || !part) return fail('quality.no_such_calibration');
  return found.closedAt ? fail('quality.calibration_closed') : ok({ ...found, ...part });
}

export async function lockCalibration(
  ctx: Ctx,
  id: number,
  lock: 'for update of k' | 'for share of k',
): Promise<Locked | undefined> {
  // quality_calibrations_pkey, quality_card_versions_pkey (card_id, version)
  const { rows } = await sql<Locked>`
    select k.closed_at, v.groups
    from   quality_calibrations k
    join   quality_card_versions v on v.card_id = k.card_id and v.version = k.card_version
    where  k.id = ${id} ${sql.raw(lock)}`.execute(ctx.db);
  return rows[0];
}

type Contact = { calibrationId: number; applies: string[] };

export async function contactOf(ctx: Ctx, id: number): Promise<Contact | undefined> {
  // quality_calibration_contacts_pkey
  const { rows } = await sql<Contact>`
    select calibration_id, applies from quality_calibration_contacts where id = ${id}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Whether an item is asked of a contact, and takes such an answer. */
export function findItem(
  groups: readonly CardGroup[],
  { applies }: Contact,
  { item, answer }: { item: string; answer: Answer | null },
): Result<CardItem> {
  const asked = itemsOf(groups, applies).find(({ key }) => key === item);
  if (!asked) return fail('quality.no_such_item');
  return answer === null || takes(asked, answer) ? ok(asked) : fail('quality.wrong_answer');
}
