import type { Ctx } from '../kernel/context.ts';

/**
 * The same person with rights that a case lends them for one act: what the operator has set up may
 * be given by whoever works on cases, though they may not give at will.
 */
export function withRights(ctx: Ctx, rights: readonly string[]): Ctx {
  if (!('permissions' in ctx.actor)) return ctx;
  const lent = Object.fromEntries(rights.map((right) => [right, 'all' as const]));
  return { ...ctx, actor: { ...ctx.actor, permissions: { ...ctx.actor.permissions, ...lent } } };
}
