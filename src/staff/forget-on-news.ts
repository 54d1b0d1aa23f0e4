import type { FastifyInstance } from 'fastify';
import type { Installation } from '../kernel/runtime/installation.ts';
import { forgetActors } from './known-actors.ts';

/** Events after which somebody may do more or less than a moment ago. */
export const rightsEvents = [
  'staff.changed',
  'staff.disabled',
  'staff.enabled',
  'staff.profile_changed',
  'staff.role_changed',
  'staff.password_chosen',
  'staff.password_changed',
  'staff.sessions_ended',
  'staff.signed_out',
  'staff.second_factor_on',
  'staff.second_factor_off',
  'staff.second_factor_dropped',
  'staff.api_key_revoked',
] as const;

/** What another process of this installation changes is felt here as soon as it is committed. */
export async function forgetOnNews(
  app: FastifyInstance,
  installation: Installation,
): Promise<void> {
  const types: ReadonlySet<string> = new Set(rightsEvents);
  for (const { hub, pool } of installation.operators) {
    const leave = await hub?.join({
      onNote: ({ type }) => {
        if (types.has(type)) forgetActors({ pool });
      },
      onCursor: () => undefined,
    });
    app.addHook('onClose', (_app, done) => {
      leave?.();
      done();
    });
  }
}
