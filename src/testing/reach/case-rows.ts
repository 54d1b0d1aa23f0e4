import type { World } from '../world.ts';

/** A wish to leave of whoever's hands these are. */
export async function makeCase(
  world: World,
  made: (route: string, input: object) => Promise<Record<string, number>>,
  subscriberId: number,
  owned: { ownerStaffId?: number; teamId?: number | null },
): Promise<number> {
  const { id = 0 } = await made('POST /api/cases', { subscriberId });
  const { ownerStaffId = null, teamId = null } = owned;
  // Whoever opens one has it at first; so it becomes whose it is to be.
  await world.ctx.db
    .updateTable('retentionCases')
    .set({ ownerStaffId, teamId })
    .where('id', '=', id)
    .execute();
  return id;
}

/** A call that a play has put before whoever's hands these are. */
export async function makePlayTask(
  world: World,
  subscriberId: number,
  owned: { ownerStaffId?: number; teamId?: number | null },
): Promise<number> {
  const { db, clock } = world.ctx;
  const now = clock.now();
  const play = await db
    .selectFrom('plays')
    .select(['id', 'aim'])
    .limit(1)
    .executeTakeFirstOrThrow();
  const calendar = await db.selectFrom('calendars').select('id').executeTakeFirstOrThrow();
  const { ownerStaffId = null, teamId = null } = owned;
  const { id } = await db
    .insertInto('playTasks')
    .values({
      playId: play.id,
      aim: play.aim,
      subscriberId,
      signalledAt: now,
      startsAt: now,
      dueAt: now,
      normSeconds: 3600,
      calendarId: calendar.id,
      ownerStaffId,
      teamId,
      madeAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export const makeCareTask = async (world: World, subscriberId: number): Promise<number> =>
  (await makeCare(world, subscriberId)).careTaskId;

/** A list of care, and what it has handed out for a subscriber, nobody's yet. */
export async function makeCare(
  world: World,
  subscriberId: number,
): Promise<{ careListId: number; careTaskId: number }> {
  const { db, clock } = world.ctx;
  const now = clock.now();
  const { id: listId } = await db
    .insertInto('careLists')
    .values({
      name: `Забота ${subscriberId}`,
      currency: 'RUB',
      budgetMinor: 0,
      slots: 1,
      contactMinor: 0,
      dailyCalls: 1,
      holdPercent: 10,
      baseShare: 0.1,
      leastPoints: 1,
      neededTreated: 1,
      neededHeld: 1,
      startedOn: now.toISOString().slice(0, 10),
      startedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('careListMembers')
    .values({
      listId,
      subscriberId,
      place: 1,
      action: 'repair',
      reasonGroup: 'quality',
      leaveChance: 0.1,
      valueMinor: 0,
      expectedMinor: 0,
      incentiveMinor: 0,
      takesCall: true,
      state: 'open',
      openedAt: now,
      startsAt: now,
      dueAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { careListId: listId, careTaskId: id };
}
