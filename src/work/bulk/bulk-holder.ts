import type { Ctx } from '../../kernel/context.ts';
import type { ListEntity, ListPermission } from '../../kernel/list/entity.ts';
import type { Fail } from '../../kernel/result.ts';
import { defineSlot } from '../../kernel/slots.ts';

/** What is to be set, as the route took it. */
export type Fields = Readonly<Record<string, unknown>>;

/** A row's values before and after, in the holder's own names. */
export type Difference = {
  id: number;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/** A list whose rows can be changed many at once, told by the domain that keeps them. */
export type BulkHolder = {
  list: ListEntity;
  /** Who may change them, and how far it reaches. */
  permission: ListPermission;
  check: (ctx: Ctx, fields: Fields) => Promise<Fail | null>;
  /**
   * Changes these rows, each with its own line of history, of which screens are not told.
   * @returns those in which something changed
   */
  apply: (
    ctx: Ctx,
    change: { bulkChangeId: number; fields: Fields },
    ids: readonly number[],
  ) => Promise<readonly Difference[]>;
  /**
   * Puts rows back. Whoever was changed in the same fields since stays as they are: the later word
   * holds. @returns how many were put back
   */
  restore: (ctx: Ctx, bulkChangeId: number, rows: readonly Difference[]) => Promise<number>;
  /** Types of the events that tell screens of the whole. */
  told: { changed: string; undone: string };
};

export const bulkHolders = defineSlot<BulkHolder>('work.bulkHolders');

export function bulkHolderOf(entity: string): BulkHolder {
  const found = bulkHolders.fills.find(({ piece }) => piece.list.entity === entity);
  if (!found) throw new Error(`no rows of ${entity} are changed many at once`);
  return found.piece;
}
