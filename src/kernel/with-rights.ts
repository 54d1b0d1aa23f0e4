import type { Ctx } from './context.ts';

/**
 * The same person with rights lent for one act: what the operator has set up, such as an offer or a
 * reward, may be given by whoever works on it, though they may not give at will.
 */
export function withRights(ctx: Ctx, rights: readonly string[]): Ctx {
  if (!('permissions' in ctx.actor)) return ctx;
  const lent = Object.fromEntries(rights.map((right) => [right, 'all' as const]));
  return { ...ctx, actor: { ...ctx.actor, permissions: { ...ctx.actor.permissions, ...lent } } };
}
