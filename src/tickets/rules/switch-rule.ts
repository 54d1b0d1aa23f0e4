import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockRule } from './change-rule.ts';

/** Switches a rule on, after somebody has looked at what it would have done, or off. */
export async function switchRule(
  ctx: Ctx,
  { id, version, isOn }: { id: number; version: number; isOn: boolean },
): Promise<Result<Done>> {
  const locked = await lockRule(ctx, id, version);
  if (!locked.ok) return locked;
  const { onSince, archivedAt, triedVersion } = locked.value;
  if (isOn && archivedAt) return fail('tickets.no_such_rule');
  if (isOn && triedVersion !== version) return fail('tickets.rule_untried');
  if (isOn === (onSince !== null)) return ok({});
  await sql`update ticket_rules set on_since = ${isOn ? ctx.clock.now() : null}
    where id = ${id}`.execute(ctx.db);
  await emit(ctx, {
    type: isOn ? 'tickets.rule_switched_on' : 'tickets.rule_switched_off',
    subject: { kind: 'ticket_rule', id },
  });
  return ok({});
}
