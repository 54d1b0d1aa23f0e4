import type { RawBuilder } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { FactKind } from '../kpis/kpis.ts';
import type { Portion } from '../moves/find-moves.ts';

/** What is counted besides moves of accounts. */
export type FactSource = {
  key: FactKind;
  /** Whose rows are counted, portion by portion of their ids. */
  table: string;
  /** A query of the facts of a portion, in the order of the columns of `kpi_facts`. */
  find: (ctx: Ctx, portion: Portion) => RawBuilder<unknown>;
};
