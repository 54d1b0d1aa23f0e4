import type { Ctx } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { type Fail, fail } from '../kernel/result.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { dropLinks, keepLink } from './make-sign-in-link.ts';

/** Whether anybody can sign in as an administrator, not counting `exceptStaffId`. */
export async function hasAdministrator(ctx: Ctx, exceptStaffId?: number): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('staff')
    .innerJoin('roles', 'roles.id', 'staff.roleId')
    .select('staff.id')
    .where('roles.code', '=', 'administrator')
    .where('staff.disabledAt', 'is', null)
    .where('staff.authUserId', 'is not', null)
    .where('staff.id', '!=', exceptStaffId ?? 0)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Somebody must always be left who may do everything. Two who take each other's role away at once
 * wait for each other here.
 */
export async function refuseLastAdministrator(
  ctx: Ctx,
  person: { id: number; code: string | null; authUserId: number | null },
): Promise<Fail | null> {
  if (person.code !== 'administrator' || person.authUserId === null) return null;
  await ctx.db
    .selectFrom('roles')
    .select('id')
    .where('code', '=', 'administrator')
    .forUpdate()
    .execute();
  return (await hasAdministrator(ctx, person.id)) ? null : fail('staff.last_administrator');
}

/** An operator with a host of its own is reached by it alone. */
function addressOf(address: string, [host]: readonly string[]): string {
  if (host === undefined) return address;
  const own = new URL(address);
  own.hostname = host;
  return own.origin;
}

/**
 * While nobody can sign in as an administrator, every start makes a new one-time link, prints it
 * and kills the one before.
 */
export async function inviteFirstAdministrator(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    const ctx = installation.systemCtx(operator, 'start');
    const path = await inTransaction(ctx, async (tx) => {
      if (!(await hasAdministrator(tx)))
        return (await keepLink(tx, 'first_administrator', null)).path;
      await dropLinks(tx, null);
      return null;
    });
    if (!path) continue;
    const { name, language } = operator.profile;
    const words = installation.door.texts[language];
    installation.greetings.push((address) =>
      words.t('staff:first_administrator_link', {
        name,
        link: `${addressOf(address, operator.hosts)}${path}`,
      }),
    );
  }
}
