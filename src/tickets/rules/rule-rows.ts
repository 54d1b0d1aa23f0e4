import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../../kernel/conditions/condition.ts';
import type { Ctx } from '../../kernel/context.ts';
import { openFields } from '../../kernel/list/open-fields.ts';
import { type Source, sourceOf } from '../../kernel/list/source.ts';
import type { Result } from '../../kernel/result.ts';
import type { MacroFields } from '../api/macros.ts';
import type { Moment } from '../api/moments.ts';
import { ticketList } from '../list-tickets.ts';

/** A rule as it stands in its row. */
export type Rule = {
  id: number;
  name: string;
  moment: Moment;
  afterSeconds: number;
  calendarId: number | null;
  condition: Condition | null;
  fields: Omit<MacroFields, 'takes'>;
  note: string;
  noteKind: 'note' | 'reply';
  watcherIds: number[];
  onSince: Date | null;
  version: number;
};

export const ruleColumns = sql`id, name, moment, after_seconds, calendar_id, condition, fields, note,
  note_kind, watcher_ids, on_since, version`;

/** Those that are switched on and wait for one of these moments, in their order. */
export async function rulesFor(ctx: Ctx, moments: readonly Moment[]): Promise<Rule[]> {
  // A few hundred at most.
  const { rows } = await sql<Rule>`
    select ${ruleColumns} from ticket_rules
    where  moment = any(${[...moments]}::text[]) and on_since is not null and archived_at is null
    order  by position, id`.execute(ctx.db);
  return rows;
}

/** One of them as it stands now; nobody is kept from changing it. */
export async function findRule(ctx: Ctx, id: number): Promise<Rule | undefined> {
  // ticket_rules_pkey
  const { rows } = await sql<Rule>`
    select ${ruleColumns} from ticket_rules where id = ${id}`.execute(ctx.db);
  return rows[0];
}

/** The tickets that a rule is for, whoever asks: rules reach all of them. */
export async function ticketsFor(
  ctx: Ctx,
): Promise<(condition: Condition | null) => Result<Source>> {
  const system = asRule(ctx);
  const open = await openFields(system, ticketList);
  return (condition) => sourceOf(system, open, condition ?? undefined, []);
}

/** Nobody in person, with every row in reach. */
export const asRule = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: 'system', name: 'rules' } });

/**
 * Of these rules, those whose condition one ticket meets now. One that cannot be read meets none.
 */
export async function metBy(
  ctx: Ctx,
  rules: readonly Rule[],
  ticketId: number,
): Promise<ReadonlySet<number>> {
  const asked: RawBuilder<unknown>[] = [];
  const sourceFor = await ticketsFor(ctx);
  for (const { id, condition } of rules) {
    const source = sourceFor(condition);
    if (!source.ok) continue;
    const { from, where, id: own } = source.value;
    asked.push(sql`select ${id}::bigint as id where exists (
      select from ${from} where ${own} = ${ticketId} and ${where})`);
  }
  if (asked.length === 0) return new Set();
  // tickets_pkey
  const { rows } = await sql<{ id: number }>`${sql.join(asked, sql` union all `)}`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}
