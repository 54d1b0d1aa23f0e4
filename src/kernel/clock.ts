/** Where the present moment comes from, so that a test or a dry run can live a year in a second. */
export type Clock = { now(): Date };

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

export type TestClock = Clock & {
  /** Moves the present by the seconds given; negative goes back, as a machine's clock may. */
  advance(step: { seconds: number }): void;
  /** Puts the present at an instant. */
  moveTo(instant: Date): void;
  /** From now on each reading is so much later than the one before, as in life; 0 stands still. */
  creep(step: { ms: number }): void;
};

/** A clock that stands still until it is moved. Every `now()` is a fresh Date. */
export function testClock(start: Date | string): TestClock {
  let nowMs = epochMs(start);
  let stepMs = 0;
  return {
    now: () => {
      nowMs += stepMs;
      return new Date(nowMs);
    },
    advance: ({ seconds }) => {
      nowMs += Math.round(seconds * 1000);
    },
    moveTo: (instant) => {
      nowMs = epochMs(instant);
    },
    creep: ({ ms }) => {
      stepMs = ms;
    },
  };
}

function epochMs(instant: Date | string): number {
  const ms = new Date(instant).getTime();
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${String(instant)}`);
  return ms;
}
