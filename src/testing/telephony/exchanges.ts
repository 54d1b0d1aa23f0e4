import { api as channelsApi } from '../../channels/api.ts';
import { api as staffApi } from '../../staff/api.ts';
import type { SignedIn } from '../staff.ts';
import type { World } from '../world.ts';
import { cloudSecrets, describedCall, mangoCall, zadarmaCall } from './cloud-samples.ts';

/** How each of the exchanges tells of an incoming call. */
export const samples = { mango: mangoCall, zadarma: zadarmaCall, generic: describedCall };
export type Provider = keyof typeof samples;

/**
 * A channel of each exchange that calls us, and a phone on the desk of whoever opens them.
 * @param settings what one is given beside its secrets
 * @returns ids of the channels
 */
export async function openExchanges(
  world: World,
  admin: SignedIn,
  settings: (provider: Provider) => { recordingsFrom?: string } = () => ({}),
): Promise<Map<Provider, number>> {
  const channels = new Map<Provider, number>();
  await world.via(staffApi)('PUT /api/me', { extension: '101' }, admin.as);
  for (const provider of ['mango', 'zadarma', 'generic'] as const) {
    const given = { name: provider, provider, ...settings(provider), ...cloudSecrets };
    const made = await world.via(channelsApi)('POST /api/channels/telephony', given, admin.as);
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    channels.set(provider, made.body.id);
  }
  return channels;
}
