import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockState, roundTheClock } from '../../norms/index.ts';
import { ticketStates } from '../api/states.ts';
import { settled, slaOf, type Step, stepClocks, type TicketTime } from './ticket-clocks.ts';

const calendar = roundTheClock('Asia/Tomsk');
const begin = Date.parse('2026-03-02T10:00:00Z');
const at = (minutes: number): Date => new Date(begin + minutes * 60_000);
const norms = { first_reply: 3600, next_reply: 7200, resolution: 86_400 };
const promised = (kind: keyof typeof norms) => ({ normSeconds: norms[kind], calendarId: 1 });
const nothing: TicketTime = { clocks: [], pauses: [] };

const after = (...steps: Step[]): TicketTime =>
  steps.reduce((time, step) => stepClocks(time, step, promised), nothing);
const opened: Step = { type: 'opened', at: at(0), awaitsReply: true };
const turned = (minutes: number, from: string, to: string): Step =>
  ({ type: 'turned', at: at(minutes), from, to }) as Step;
const spent = (time: TicketTime, kind: string, minutes: number): number | undefined => {
  const clock = time.clocks.find((one) => one.kind === kind);
  return clock && clockState(slaOf(clock, time.pauses, calendar), at(minutes)).spentSeconds / 60;
};
const due = (time: TicketTime, minutes: number, told: Date | null = null) =>
  settled(time, () => calendar, at(minutes), { escalatePercent: 80, told });

describe('the rules of a ticket’s clocks', () => {
  test('a subscriber who waits is promised a reply and a resolution, others a resolution', () => {
    expect(after(opened).clocks.map(({ kind }) => kind)).toEqual(['resolution', 'first_reply']);
    const alone = after({ type: 'opened', at: at(0), awaitsReply: false });
    expect(alone.clocks.map(({ kind }) => kind)).toEqual(['resolution']);
  });

  test('the nearest of what is promised is due; the supervisor is called at 80 %', () => {
    expect(due(after(opened), 0)).toEqual({ dueAt: at(60), escalateAt: at(48) });
    const replied = after(opened, { type: 'told', at: at(10) });
    expect(due(replied, 10)).toEqual({ dueAt: at(1440), escalateAt: at(1152) });
    expect(due(after(opened), 50, at(48))).toEqual({ dueAt: at(60), escalateAt: at(1152) });
  });

  test('to hand the turn over is to have replied, and everything stands', () => {
    const time = after(opened, turned(20, 'ours', 'theirs'));
    expect(time.clocks.find(({ kind }) => kind === 'first_reply')?.metAt).toEqual(at(20));
    expect(due(time, 100)).toEqual({ dueAt: null, escalateAt: null });
    expect(spent(time, 'resolution', 500)).toBe(20);
  });

  test('a word of the subscriber is to be answered; a second one moves nothing', () => {
    const time = after(
      opened,
      turned(20, 'ours', 'theirs'),
      turned(100, 'theirs', 'ours'),
      { type: 'asked', at: at(100) },
      { type: 'asked', at: at(130) },
    );
    expect(due(time, 130).dueAt).toEqual(at(220));
    expect(spent(time, 'resolution', 130)).toBe(50);
    expect(time.clocks.filter(({ kind }) => kind === 'next_reply')).toHaveLength(1);
  });

  test('done meets all of it; opened again, the resolution goes on where it stood', () => {
    const done = after(opened, turned(30, 'ours', 'done'));
    expect(done.clocks.every(({ metAt }) => metAt !== null)).toBe(true);
    const again = [opened, turned(30, 'ours', 'done'), turned(300, 'done', 'ours')];
    expect(spent(after(...again), 'resolution', 310)).toBe(40);
  });

  test('of what a base brought as done, the clock begins when it is opened again', () => {
    expect(spent(after(turned(300, 'done', 'ours')), 'resolution', 310)).toBe(10);
  });

  test('another promise counts from the same beginning, and what was met stays', () => {
    const replied = after(opened, { type: 'told', at: at(10) });
    const urgent = stepClocks(replied, { type: 'promised' }, () => ({
      normSeconds: 7200,
      calendarId: 1,
    }));
    expect(due(urgent, 10).dueAt).toEqual(at(120));
    expect(urgent.clocks[1]?.normSeconds).toBe(3600);
  });
});

const state = fc.constantFrom(...ticketStates);
const moves = fc.array(fc.tuple(state, fc.integer({ min: 0, max: 500 })), { maxLength: 12 });

/** Turns one after another, so many minutes apart. */
function played(turns: readonly (readonly [(typeof ticketStates)[number], number])[]) {
  let [now, from] = [0, 'ours' as (typeof ticketStates)[number]];
  const steps: Step[] = [opened];
  for (const [to, minutes] of turns) {
    now += minutes;
    if (to !== from) steps.push({ type: 'turned', at: at(now), from, to });
    from = to;
  }
  return { time: after(...steps), now, state: from, steps };
}

test('clocks never jump: the resolution has run exactly while it was our turn', () => {
  fc.assert(
    fc.property(moves, fc.nat(1000), (turns, wait) => {
      const { time, now } = played(turns);
      let [ran, from] = [0, 'ours'];
      for (const [to, minutes] of turns) {
        if (from === 'ours') ran += minutes;
        from = to;
      }
      if (from === 'ours') ran += wait;
      expect(spent(time, 'resolution', now + wait)).toBe(ran);
    }),
  );
});

test('pauses stand in order, have a length and never overlap; one at most is open', () => {
  fc.assert(
    fc.property(moves, (turns) => {
      const { pauses } = played(turns).time;
      const wrong = pauses.filter(({ from, to }, place) => {
        const next = pauses[place + 1];
        const isEmpty = to !== null && to <= from;
        return isEmpty || (next !== undefined && (to === null || to > next.from));
      });
      expect(wrong).toEqual([]);
    }),
  );
});

test('something is due exactly while it is our turn', () => {
  fc.assert(
    fc.property(moves, (turns) => {
      const { time, now, state: last } = played(turns);
      expect(due(time, now).dueAt !== null).toBe(last === 'ours');
    }),
  );
});
