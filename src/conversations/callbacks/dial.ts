import { dialsBy } from '../../channels/index.ts';
import type { Ctx } from '../../kernel/context.ts';

type Profile = { dialWith: string; sipDomain: string | null; extension: string | null };

/** The exchange that dials for somebody: one that is well, if they have a phone on it. */
export async function exchangeOf(
  ctx: Ctx,
  { extension }: Pick<Profile, 'extension'>,
): Promise<number | null> {
  return extension === null ? null : dialsBy(ctx);
}

/** A link that dials for somebody; empty where the exchange does it for them. */
export async function dialUriFor(ctx: Ctx, phone: string, profile: Profile): Promise<string> {
  return (await exchangeOf(ctx, profile)) === null ? dialUri(phone, profile) : '';
}

/**
 * A link that dials a phone from one's own device: `tel:` for a phone, `sip:` for a softphone at
 * the operator's exchange.
 * @param phone E.164
 */
export function dialUri(
  phone: string,
  profile: { dialWith: string; sipDomain: string | null },
): string {
  if (profile.dialWith === 'sip' && profile.sipDomain) return `sip:${phone}@${profile.sipDomain}`;
  return `tel:${phone}`;
}
