import type { Ctx } from '../../kernel/context.ts';

/** What all of the programme follows. */
export type Programme = {
  /** `YYYY-MM-DD`, or nothing: it does not work yet. */
  begunOn: string | null;
  pointMinor: number;
  lifeMonths: number;
  graceMonths: number;
  oddPoints: number;
  friendMonths: number;
  mostFriends: number;
  loyalMonths: number;
  rewardsMinor: number | null;
  noticeDays: number;
  version: number;
};

export async function loadProgramme(ctx: Ctx): Promise<Programme> {
  return ctx.db
    .selectFrom('loyaltySettings')
    .select([
      'begunOn',
      'pointMinor',
      'lifeMonths',
      'graceMonths',
      'oddPoints',
      'friendMonths',
      'mostFriends',
      'loyalMonths',
      'rewardsMinor',
      'noticeDays',
      'version',
    ])
    .executeTakeFirstOrThrow();
}
