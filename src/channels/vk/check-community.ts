import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { NewCommunity, VkSettings } from '../api/vk.ts';
import type { Community, SecretsOf } from '../settings/load-channel.ts';

type Checked = { settings: VkSettings; secrets: SecretsOf['vk'] };
const parts = ['token', 'secret', 'confirmation'] as const;

/**
 * What a community is set to, with its secrets. What is left out is taken from what is kept, but
 * only for the same server and community: a token kept here is shown to no other.
 */
export function checkCommunity(
  { groupId, apiUrl, ...given }: Omit<NewCommunity, 'name'>,
  kept: Pick<Community, 'settings' | 'secrets'> | null,
): Result<Checked> {
  const isSame = kept?.settings.apiUrl === apiUrl && kept.settings.groupId === groupId;
  const secrets = { token: '', secret: '', confirmation: '' };
  for (const part of parts) secrets[part] = given[part] || (isSame && kept.secrets?.[part]) || '';
  const lacking = parts.filter((part) => secrets[part] === '');
  if (lacking.length > 0) {
    const fields = lacking.map((part) => [part, 'channels.password_needed']);
    return fail('kernel.invalid_input', {}, Object.fromEntries(fields) as Record<string, string>);
  }
  return ok({ settings: { groupId, apiUrl }, secrets });
}

/** Whether another channel is this community: each message would come twice. */
export async function isCommunityTaken(
  ctx: Ctx,
  { groupId, apiUrl }: VkSettings,
  exceptId = 0,
): Promise<boolean> {
  const { rows } = await sql`
    select from channels
    where  kind = 'vk' and settings @> ${JSON.stringify({ groupId, apiUrl })}::jsonb
    and    id <> ${exceptId}
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
