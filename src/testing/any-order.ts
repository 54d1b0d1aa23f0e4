import fc from 'fast-check';
import { expect } from 'vitest';
import { runs } from './proof.ts';

export type Step = { what: 'merge' | 'split' | 'undo'; one: number; other: number };
/** What was done and can be taken back. */
export type Done = { takeBack: () => Promise<{ status: number; body: { code?: string } }> };

type Threads = {
  ids: readonly number[];
  /**
   * Merges two of these or splits one, wherever it has come to, and adds what was split off; null
   * where that cannot be.
   */
  act: (known: number[], step: Step) => Promise<Done | null>;
  /** Why a split cannot be taken back yet: a merge that came after it has to be first. */
  heldBackBy: string;
  /** Everything that is to be as it was. */
  shown: () => Promise<unknown>;
  /** What holds wherever the steps have led. */
  between?: (known: readonly number[]) => Promise<void>;
};

/** Merged, split and taken back in any order, everything is shown as it was before. */
export async function expectRestored(threads: Threads): Promise<void> {
  const before = await threads.shown();
  const step = fc.record<Step>({
    what: fc.constantFrom('merge', 'split', 'split', 'undo'),
    one: fc.nat({ max: 11 }),
    other: fc.nat({ max: 31 }),
  });
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 3, maxLength: 9 }),
    fc.array(fc.nat({ max: 99 }), { minLength: 60, maxLength: 60 }),
    async (steps, order) => {
      const known = [...threads.ids];
      const live: Done[] = [];
      const takeBack = async (which: number): Promise<void> => {
        const [one] = live.splice(which % live.length, 1);
        if (!one) throw new Error('nothing to take back');
        const { status, body } = await one.takeBack();
        if (status === 200) return;
        live.push(one);
        if (body.code !== threads.heldBackBy) throw new Error(JSON.stringify(body));
      };
      for (const one of steps) {
        if (one.what === 'undo') {
          if (live.length > 0) await takeBack(one.other);
        } else {
          const done = await threads.act(known, one);
          if (done) live.push(done);
        }
      }
      await threads.between?.(known);
      for (const which of order) if (live.length > 0) await takeBack(which);
      expect(live).toEqual([]);
      expect(await threads.shown()).toEqual(before);
    },
  );
  await fc.assert(property, { numRuns: runs(8, 100), seed: 42 });
}
