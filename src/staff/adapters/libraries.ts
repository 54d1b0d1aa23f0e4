import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import type { Ctx } from '../../kernel/context.ts';
import { openSignInLibrary, type SignInLibrary } from './sign-in-library.ts';

const secrets = new WeakMap<pg.Pool, string>();
const doors = new WeakMap<pg.Pool, SignInLibrary>();

async function secretOf(ctx: Ctx): Promise<string> {
  const known = secrets.get(ctx.pool);
  if (known) return known;
  const { rows } = await sql<{ secret: string }>`select secret from auth_secret`.execute(ctx.db);
  const secret = rows[0]?.secret;
  if (!secret) throw new Error(`operator ${ctx.operator.schema} has no sign-in secret`);
  secrets.set(ctx.pool, secret);
  return secret;
}

async function openLibrary(ctx: Ctx, isHttps: boolean): Promise<SignInLibrary> {
  return openSignInLibrary({
    db: (ctx.db as unknown as Kysely<never>).withoutPlugins(),
    secret: await secretOf(ctx),
    isHttps,
    issuer: ctx.operator.name,
    mayBegin: async (authUserId) => {
      const person = await ctx.db
        .selectFrom('staff')
        .select('id')
        .where('authUserId', '=', authUserId)
        .where('disabledAt', 'is', null)
        .executeTakeFirst();
      return person !== undefined;
    },
  });
}

/** Opens the library that answers requests and reads cookies; once per operator and process. */
export async function openDoorLibrary(ctx: Ctx, isHttps: boolean): Promise<SignInLibrary> {
  const library = await openLibrary(ctx, isHttps);
  doors.set(ctx.pool, library);
  return library;
}

/** The library that reads cookies; none in a process that answers no requests. */
export function doorLibraryOf(ctx: Ctx): SignInLibrary | undefined {
  return doors.get(ctx.pool);
}

/**
 * The library's own writing inside the context's transaction: what it changes stands or falls with
 * the use case. It sets no cookies. Opening it takes some 5 ms.
 */
export async function libraryIn(ctx: Ctx) {
  const library = await openLibrary(ctx, false);
  return library.$context;
}
