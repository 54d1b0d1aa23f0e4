import type { FastifyRequest } from 'fastify';
import type { Actor, Ctx } from '../kernel/context.ts';
import { doorLibraryOf } from './adapters/libraries.ts';
import { grantsOf } from './grants.ts';
import { knownActor } from './known-actors.ts';
import { hashToken } from './secrets.ts';

const sessionCookie = /(?:^|;\s*)(?:__Secure-)?bereg\.session_token=([^;]+)/;

/** Reads the session's signed cookie: the person who signed in with it, while nobody ended it. */
export async function recogniseSession(ctx: Ctx, request: FastifyRequest): Promise<Actor | null> {
  const { cookie = '' } = request.headers;
  const [, signed] = sessionCookie.exec(cookie) ?? [];
  if (!signed) return null;
  return knownActor(ctx, `session ${hashToken(signed)}`, () => look(ctx, cookie));
}

async function look(
  ctx: Ctx,
  cookie: string,
): Promise<{ actor: Actor; expiresAt: Date | null } | null> {
  const library = doorLibraryOf(ctx);
  const found = await library?.api.getSession({
    headers: new Headers({ cookie }),
    query: { disableRefresh: true },
  });
  if (!found) return null;
  const person = await ctx.db
    .selectFrom('staff')
    .innerJoin('roles', 'roles.id', 'staff.roleId')
    .select(['staff.id', 'staff.name', 'staff.teamId', 'roles.code', 'roles.permissions'])
    .where('staff.authUserId', '=', Number(found.user.id))
    .where('staff.disabledAt', 'is', null)
    .executeTakeFirst();
  if (!person) return null;
  return {
    // The library has counted by its own clock already.
    expiresAt: null,
    actor: {
      kind: 'staff',
      staffId: person.id,
      teamId: person.teamId,
      name: person.name,
      permissions: grantsOf(person),
      sessionId: Number(found.session.id),
    },
  };
}
