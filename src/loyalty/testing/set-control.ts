import { sql } from 'kysely';
import type { World } from '../../testing/world.ts';

/** Of a thousand so many are of the permanent control: all or none, so that nobody is by chance. */
export async function setControl({ ctx: { db } }: World, perMille: number): Promise<void> {
  await sql`alter table trial_settings
    drop constraint if exists trial_settings_control_per_mille_check`.execute(db);
  await sql`update trial_settings set control_per_mille = ${perMille}`.execute(db);
}
