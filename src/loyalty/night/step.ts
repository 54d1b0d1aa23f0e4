import type { Ctx } from '../../kernel/context.ts';

/** Something of a night: done once a day, or once a month; @returns how many rows it was. */
export type Step = {
  name: string;
  isMonthly?: true;
  run: (ctx: Ctx, day: string) => Promise<number>;
};
