import { sql } from 'kysely';
import type { Ctx, Language } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { knownPermissions } from '../kernel/permissions.ts';
import { defineSlot } from '../kernel/slots.ts';
import type { Grants } from './grants.ts';

const builtInRoles = ['administrator', 'supervisor', 'agent', 'dealer'] as const;
export type BuiltInRole = (typeof builtInRoles)[number];
type StartingRole = Exclude<BuiltInRole, 'administrator'>;

/**
 * What a domain gives the supervisor, the agent and the people of a dealer to begin with. A domain
 * that says nothing about a role gives a supervisor everything and the others nothing.
 */
export const startingGrants =
  defineSlot<Partial<Record<StartingRole, Grants>>>('staff.startingGrants');

const names: Record<Language, Record<BuiltInRole, string>> = {
  ru: {
    administrator: 'Администратор',
    supervisor: 'Руководитель смены',
    agent: 'Оператор',
    dealer: 'Дилер',
  },
  en: {
    administrator: 'Administrator',
    supervisor: 'Supervisor',
    agent: 'Agent',
    dealer: 'Dealer',
  },
};

/**
 * Makes the built-in roles that are missing and gives each its start in permissions that are new to
 * it. A permission once offered is never given again, so what an administrator took away stays so.
 */
export async function ensureBuiltInRoles(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    await ctx.db
      .insertInto('roles')
      .values(
        builtInRoles.map((code) => ({
          code,
          name: names[ctx.operator.language][code],
          createdAt: ctx.clock.now(),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const code of ['supervisor', 'agent', 'dealer'] as const) await offerNew(ctx, code);
  });
}

async function offerNew(ctx: Ctx, code: StartingRole): Promise<void> {
  const offered = knownPermissions().map(({ permission }) => permission);
  // roles_code_key
  await sql`
    update roles
    set    offered     = ${offered}::text[],
           permissions = permissions || coalesce((
             select jsonb_object_agg(start.key, start.value)
             from   jsonb_each(${JSON.stringify(startOf(code))}::jsonb) start
             where  start.key <> all (offered)), '{}')
    where  code = ${code} and not offered @> ${offered}::text[]`.execute(ctx.db);
}

function startOf(code: StartingRole): Grants {
  const given = new Map(startingGrants.fills.map(({ domain, piece }) => [domain, piece[code]]));
  const silent = code === 'supervisor' ? knownPermissions() : [];
  const unspoken = silent.filter(({ domain }) => !given.get(domain));
  return Object.assign(
    Object.fromEntries(unspoken.map(({ permission }) => [permission, 'all'])),
    ...given.values(),
  ) as Grants;
}
