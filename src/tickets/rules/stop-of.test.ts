import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_CHAIN, MOST_ON_TICKET, stopOf } from './stop-of.ts';

type Toy = { on: 'priority' | 'state' | 'note'; when: number | null; sets: Partial<Row> | null };
type Row = { priority: number; state: number };
type Event = { ticket: number; kind: Toy['on']; chain: readonly number[] };

const field = fc.constantFrom('priority' as const, 'state' as const);
const value = fc.nat(2);
const toy: fc.Arbitrary<Toy> = fc.record({
  on: fc.constantFrom('priority', 'state', 'note'),
  when: fc.option(value),
  sets: fc.option(fc.tuple(field, value).map(([key, to]) => ({ [key]: to }))),
});
const changes = fc.array(fc.record({ ticket: fc.nat(2), field, to: value }), {
  minLength: 1,
  maxLength: 20,
});

/** Rules over rows, as the reader of the journal drives them: all within one hour. */
function settle(
  rules: readonly Toy[],
  changed: readonly { ticket: number; field: keyof Row; to: number }[],
) {
  const rows = new Map<number, Row>();
  const acted: { rule: number; ticket: number; chain: readonly number[] }[] = [];
  const queue: Event[] = [];
  const put = (ticket: number, sets: Partial<Row> | null, chain: readonly number[]): void => {
    if (sets === null) return void queue.push({ ticket, kind: 'note', chain });
    const row = rows.get(ticket) ?? { priority: 0, state: 0 };
    const next = { ...row, ...sets };
    rows.set(ticket, next);
    for (const kind of ['priority', 'state'] as const)
      if (next[kind] !== row[kind]) queue.push({ ticket, kind, chain });
  };
  const hear = ({ ticket, kind, chain }: Event): void => {
    for (const [rule, { on, when, sets }] of rules.entries()) {
      const isMet = when === null || Object.values(rows.get(ticket) ?? {}).includes(when);
      if (on !== kind || !isMet) continue;
      const stop = stopOf(rule, chain, {
        onTicketByRule: acted.filter((one) => one.rule === rule && one.ticket === ticket).length,
        onTicket: acted.filter((one) => one.ticket === ticket).length,
        byRule: acted.filter((one) => one.rule === rule).length,
        replies: 0,
      });
      if (stop) continue;
      acted.push({ rule, ticket, chain });
      put(ticket, sets, [...chain, rule]);
    }
  };
  for (const { ticket, field: key, to } of changed) {
    put(ticket, { [key]: to }, []);
    for (let event = queue.shift(); event; event = queue.shift()) hear(event);
  }
  return acted;
}

test('any rules over any changes come to rest, and no rule acts upon what it has a part in', () => {
  fc.assert(
    fc.property(fc.array(toy, { maxLength: 8 }), changes, (rules, changed) => {
      const acted = settle(rules, changed);
      for (const { rule, chain } of acted) {
        expect(chain).not.toContain(rule);
        expect(chain.length).toBeLessThan(LONGEST_CHAIN);
      }
      for (const ticket of [0, 1, 2])
        expect(acted.filter((one) => one.ticket === ticket).length).toBeLessThanOrEqual(
          MOST_ON_TICKET,
        );
    }),
  );
});

test.each([
  ['its own work', 7, [3, 7], {}, 'own'],
  ['a chain too long', 7, [1, 2, 3, 4, 5], {}, 'depth'],
  ['replies that no person has looked at', 7, [], { replies: 2 }, 'replies'],
  ['the same ticket again and again', 7, [], { onTicketByRule: 5 }, 'ticket'],
  ['a ticket that many rules pull at', 7, [], { onTicket: 20 }, 'ticket'],
  ['too much in an hour', 7, [], { byRule: 1000 }, 'hour'],
  ['nothing', 7, [1, 2, 3, 4], { onTicketByRule: 4, onTicket: 19, byRule: 999, replies: 1 }, null],
])('a rule is stopped by %s', (_, rule, chain, lately, stop) => {
  expect(
    stopOf(rule, chain, { onTicketByRule: 0, onTicket: 0, byRule: 0, replies: 0, ...lately }),
  ).toBe(stop);
});
