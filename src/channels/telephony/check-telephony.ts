import { fail, ok, type Result } from '../../kernel/result.ts';
import { type NewTelephony, TelephonySettings } from '../api/telephony.ts';
import type { Channel, SecretsOf } from '../settings/load-channel.ts';

/** What it is set to, with its secrets; those left out are the kept ones of the same provider. */
export function checkTelephony(
  given: Omit<NewTelephony, 'name'>,
  before: Pick<Channel<'telephony'>, 'settings' | 'secrets'> | null,
): Result<{ settings: TelephonySettings; secrets: SecretsOf['telephony'] }> {
  const settings = TelephonySettings.parse(given);
  const kept = before?.settings.provider === settings.provider ? before.secrets : null;
  const key = given.key || kept?.key || '';
  const secret = given.secret || kept?.secret || '';
  if (secret === '')
    return fail('kernel.invalid_input', {}, { secret: 'channels.password_needed' });
  // Zadarma tells of calls without it, and gives what was said to nobody who has none.
  const isKeyNeeded =
    settings.provider === 'mango' ||
    (settings.provider === 'zadarma' && settings.recordingsFrom !== '');
  if (isKeyNeeded && key === '') {
    return fail('kernel.invalid_input', {}, { key: 'channels.password_needed' });
  }
  return ok({ settings, secrets: { key, secret } });
}
