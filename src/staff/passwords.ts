import type { Ctx } from '../kernel/context.ts';
import { libraryIn } from './adapters/libraries.ts';

/** Makes the sign-in behind a person who has none yet. @returns its id, for `staff.authUserId` */
export async function createSignIn(
  ctx: Ctx,
  person: { name: string; email: string; password: string },
): Promise<number> {
  const { internalAdapter, password } = await libraryIn(ctx);
  const user = await internalAdapter.createUser(
    { name: person.name, email: person.email, emailVerified: true },
    { method: 'email-password' },
  );
  await internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: await password.hash(person.password),
  });
  return Number(user.id);
}

export async function isPasswordOf(
  ctx: Ctx,
  authUserId: number,
  password: string,
): Promise<boolean> {
  const library = await libraryIn(ctx);
  const account = await library.internalAdapter.findCredentialAccount(String(authUserId));
  return account?.password ? library.password.verify({ hash: account.password, password }) : false;
}

export async function replacePassword(
  ctx: Ctx,
  authUserId: number,
  password: string,
): Promise<void> {
  const library = await libraryIn(ctx);
  const hash = await library.password.hash(password);
  await library.internalAdapter.updatePassword(String(authUserId), hash);
}

/** Keeps the sign-in's copy of what a person is called and reached by equal to `staff`. */
export async function renameSignIn(
  ctx: Ctx,
  authUserId: number,
  person: { name: string; email: string },
): Promise<void> {
  const { internalAdapter } = await libraryIn(ctx);
  await internalAdapter.updateUser(String(authUserId), person);
}
