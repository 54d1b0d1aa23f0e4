import { useRead } from './api.ts';

/** Makes the link that dials a number (E.164) as this person has chosen: phone or softphone. */
export const useDial = (): ((phone: string) => string) => {
  const { data: me } = useRead('GET /api/me', {}, { staleMs: 300_000 });
  return (phone) =>
    me?.dialWith === 'sip' && me.sipDomain ? `sip:${phone}@${me.sipDomain}` : `tel:${phone}`;
};
