import { Problem } from '../../ui/problem.ts';
import { followPerson } from '../../ui/texts.ts';
import type { Viewer } from '../../ui/viewer.tsx';
import type { Session } from '../../ui/web.ts';
import { call } from './api.ts';
import { passDoor } from './door.ts';

/** Who is signed in, or null. Asking also keeps a session from running out while it is used. */
const load = async (): Promise<Viewer | null> => {
  const me = await call('GET /api/me', {}).catch((failure: unknown) => {
    if (failure instanceof Problem && failure.isSignedOut) return null;
    throw failure;
  });
  if (me === null) return null;
  await followPerson(me.language);
  passDoor('get-session').catch(() => undefined);
  return {
    id: me.id,
    name: me.name,
    email: me.email,
    permissions: Object.keys(me.permissions),
    timeZone: me.operator.timeZone,
    currency: me.operator.currency,
  };
};

export const session: Session = {
  load,
  signInPath: '/sign-in',
  signOut: async () => {
    await passDoor('sign-out', {});
  },
};
