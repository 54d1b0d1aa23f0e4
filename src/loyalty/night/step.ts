import type { Ctx } from '../../kernel/context.ts';

/** Something of a night: done once a day, or once a month; @returns how many rows it was. */
export type Step = {
  name: string;
  isMonthly?: true;
  /**
   * It makes transactions of its own, for it holds accounts: done again from its beginning where it
   * was cut off. Nothing more is begun once `signal` is aborted.
   */
  isApart?: true;
  run: (ctx: Ctx, day: string, signal: AbortSignal) => Promise<number>;
};
