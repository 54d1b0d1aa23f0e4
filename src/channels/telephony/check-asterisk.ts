import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { AsteriskSettings, type NewAsterisk } from '../api/asterisk.ts';
import type { Channel, SecretsOf } from '../settings/load-channel.ts';

type Known = Pick<Channel<'asterisk'>, 'settings' | 'secrets'> | null;

/**
 * What an exchange is set to, with its password. One that is left out is taken from what is kept,
 * but only for the same server and user: a password kept here is shown to no other server.
 */
export function checkAsterisk(
  given: Omit<NewAsterisk, 'name'>,
  kept: Known,
): Result<{ settings: AsteriskSettings; secrets: SecretsOf['asterisk'] }> {
  const settings = AsteriskSettings.parse(given);
  const isSame = kept !== null && toldTo(settings) === toldTo(kept.settings);
  const password = given.password || (isSame ? kept.secrets?.password : undefined);
  if (!password) {
    return fail('kernel.invalid_input', {}, { password: 'channels.password_needed' });
  }
  return ok({ settings, secrets: { password } });
}

const toldTo = ({ host, port, isEncrypted, user }: AsteriskSettings): string =>
  JSON.stringify([host, port, isEncrypted, user]);

/** Whether another channel hears the same exchange: each call would be seen twice. */
export async function isExchangeTaken(
  ctx: Ctx,
  { host, port }: AsteriskSettings,
  exceptId = 0,
): Promise<boolean> {
  const same = JSON.stringify({ host, port });
  const { rows } = await sql`
    select from channels
    where  kind = 'asterisk' and settings @> ${same}::jsonb and id <> ${exceptId}
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
