import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { KeptBot, NewBot } from '../api/telegram.ts';
import type { Bot, SecretsOf } from '../settings/load-channel.ts';

type Checked = { settings: KeptBot; secrets: SecretsOf['telegram'] };

/**
 * What a bot is set to, with its token. One that is left out is taken from what is kept, but only
 * for the same server: a token kept here is shown to no other.
 */
export function checkBot(
  { token, apiUrl, receiving, publicUrl }: Omit<NewBot, 'name'>,
  kept: Pick<Bot, 'settings' | 'secrets'> | null,
): Result<Checked> {
  const isSameServer = kept?.settings.apiUrl === apiUrl;
  const known = token || (isSameServer ? kept.secrets?.token : '') || '';
  if (known === '') return wrong({ token: 'channels.password_needed' });
  if (receiving === 'webhook' && publicUrl === '') {
    return wrong({ publicUrl: 'channels.public_url_needed' });
  }
  // A token is the bot's number, a colon and what is secret.
  const [botId = ''] = known.split(':');
  // Who knows the secret of one bot brings nothing in the name of another.
  const isSameBot = isSameServer && kept.settings.botId === botId;
  const hook = (isSameBot && kept.secrets?.hook) || randomBytes(32).toString('base64url');
  return ok({ settings: { apiUrl, receiving, publicUrl, botId }, secrets: { token: known, hook } });
}

const wrong = (fields: Record<string, string>) => fail('kernel.invalid_input', {}, fields);

/** Whether another channel is this bot: of two that ask, each would get half of the updates. */
export async function isBotTaken(
  ctx: Ctx,
  { botId, apiUrl }: KeptBot,
  exceptId = 0,
): Promise<boolean> {
  const { rows } = await sql`
    select from channels
    where  kind = 'telegram' and settings @> ${JSON.stringify({ botId, apiUrl })}::jsonb
    and    id <> ${exceptId}
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
