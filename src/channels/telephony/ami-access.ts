import type { AmiAccess } from '../adapters/ami.ts';
import type { AsteriskSettings } from '../api/asterisk.ts';

export const amiAccess = (
  { host, port, isEncrypted, user }: AsteriskSettings,
  { password }: { password: string },
): AmiAccess => ({ host, port, isEncrypted, user, password });
