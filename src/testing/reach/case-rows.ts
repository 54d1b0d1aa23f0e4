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
