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
