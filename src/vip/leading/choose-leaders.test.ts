import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tempers } from '../kinds.ts';
import { chooseLeaders, type Leading } from './choose-leaders.ts';

const leading = (staffId: number, more: Partial<Leading> = {}): Leading => ({
  staffId,
  clients: 0,
  mostClients: 10,
  tempers: [],
  ...more,
});
const one = { id: 1, temper: null } as const;

describe('who is to lead a client', () => {
  test.each([
    ['the one with more room', [leading(1, { clients: 5 }), leading(2, { clients: 2 })], 2],
    ['nobody, where nobody has room', [leading(1, { clients: 10 })], undefined],
    [
      'by the part of the room that is taken',
      [leading(1, { clients: 4, mostClients: 40 }), leading(2, { clients: 2 })],
      1,
    ],
  ] as const)('%s', (_name, people, expected) => {
    expect(chooseLeaders([one], people).get(1)).toBe(expected);
  });

  test('who gets on with people of their kind goes before who has more room', () => {
    const people = [leading(1), leading(2, { clients: 9, tempers: ['technical'] })];
    const clients = [1, 2].map((id) => ({ id, temper: 'technical' as const }));
    expect([...chooseLeaders(clients, people)]).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });
});

const anyPeople = fc.uniqueArray(
  fc.record({
    staffId: fc.integer({ min: 1, max: 50 }),
    clients: fc.integer({ min: 0, max: 12 }),
    mostClients: fc.integer({ min: 1, max: 12 }),
    tempers: fc.subarray([...tempers]),
  }),
  { selector: ({ staffId }) => staffId, maxLength: 6 },
);

test('nobody is given more than they have room for, and nobody waits while there is room', () => {
  fc.assert(
    fc.property(anyPeople, fc.integer({ min: 0, max: 60 }), (people, count) => {
      const clients = Array.from({ length: count }, (_, at) => ({
        id: at + 1,
        temper: tempers[at % tempers.length] ?? null,
      }));
      const chosen = chooseLeaders(clients, people);
      const room = people.reduce((sum, p) => sum + Math.max(0, p.mostClients - p.clients), 0);
      expect(chosen.size).toBe(Math.min(room, count));
      for (const { staffId, clients: had, mostClients } of people) {
        const given = [...chosen.values()].filter((id) => id === staffId).length;
        expect(given).toBeLessThanOrEqual(Math.max(0, mostClients - had));
      }
    }),
  );
});
