import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { TrialShown as Shown } from '../api/rules.ts';
import { namesOfIds } from '../history.ts';
import { fieldsNow } from '../macros/macro-rows.ts';
import { reaches } from '../reach.ts';
import { differences, overlaid } from '../record/values.ts';
import { metThen, type PastTicket, takenAsNow } from './as-of.ts';
import { MOST_MOMENTS, pastMoments } from './past-moments.ts';
import { findRule, type Rule } from './rule-rows.ts';

type Acted = PastTicket & { changes: Shown['rows'][number]['changes'] };

const PERIOD_MS = 30 * 86_400_000;
const SHOWN_ROWS = 50;
const MOST_MS = 30_000;

/**
 * What a rule would have done in the last thirty days, each occasion by itself: what it would have
 * set off and what would have come of that, nobody knows. Whoever has asked may switch it on. It
 * takes long, so nothing is written or locked before the end.
 */
export async function tryRule(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const rule = await findRule(ctx, id);
  if (!rule) return fail('tickets.no_such_rule');
  await sql`select set_config('statement_timeout', ${`${MOST_MS}ms`}, true)`.execute(ctx.db);
  const to = ctx.clock.now();
  const from = new Date(to.getTime() - PERIOD_MS);
  const found = await pastMoments(ctx, rule, { from, to });
  const moments = found.slice(0, MOST_MOMENTS);
  const met = await metThen(ctx, rule.condition, moments, {
    since: from,
    isVisible: reaches(ctx, 'tickets.view') as RawBuilder<unknown>,
  });
  if (!met.ok) return met;
  const looked = met.value.map((ticket) => ({ ...ticket, changes: changesOf(ctx, rule, ticket) }));
  const acted = looked.filter((one) => doesMore(rule) || one.changes.length > 0);
  const kept = await sql`
    update ticket_rules set tried_version = version
    where  id = ${id} and version = ${rule.version}`.execute(ctx.db);
  if (kept.numAffectedRows === 0n) return fail('tickets.changed_meanwhile');
  const rows = acted.filter(({ isVisible }) => isVisible).slice(0, SHOWN_ROWS);
  return ok({
    from,
    to,
    count: acted.length,
    tickets: new Set(acted.map((one) => one.id)).size,
    idle: looked.length - acted.length,
    days: byDay(ctx, acted),
    isWhole: found.length <= MOST_MOMENTS,
    isPresentOnly: rule.moment === 'overdue',
    asNow: takenAsNow(rule.condition),
    rows: rows.map(({ id: ticketId, subject, at, changes }) => ({
      ticketId,
      subject,
      at,
      changes,
    })),
    names: await namesOfIds(
      ctx,
      rows.flatMap(({ changes }) =>
        changes.flatMap(({ field, before, after }) => [{ [field]: before }, { [field]: after }]),
      ),
    ),
  });
}

/** It writes, labels or tells somebody whatever the ticket's fields are. */
const doesMore = ({ note, watcherIds, fields }: Rule): boolean =>
  [note, watcherIds, fields.addLabels ?? [], fields.removeLabels ?? []].some(
    ({ length }) => length > 0,
  );

function changesOf(ctx: Ctx, { fields }: Rule, ticket: PastTicket) {
  const then = { ...ctx, clock: { now: () => ticket.at } };
  const {
    facts,
    words,
    fields: changed,
  } = differences(ticket, overlaid(ticket, fieldsNow(then, fields)));
  const [before, after] = [
    { ...facts.before, ...words.before },
    { ...facts.after, ...words.after },
  ];
  return changed.map((field) => ({ field, before: before[field], after: after[field] }));
}

/** How often on each day of the operator's, the earliest first; days without any are left out. */
function byDay({ operator }: Ctx, acted: readonly Acted[]): Shown['days'] {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: operator.timeZone });
  const days = Map.groupBy(acted, ({ at }) => day.format(at));
  return [...days]
    .map(([on, some]) => ({ on, count: some.length }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
