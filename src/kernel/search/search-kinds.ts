import type { Expression, SqlBool } from 'kysely';
import type { Permission } from '../api/define.ts';
import type { Ctx } from '../context.ts';
import { defineSlot } from '../slots.ts';

/** A kind of thing that can be found, as its domain offers it. */
export type SearchKind = {
  kind: string;
  /** Who may find it; how far it reaches goes by the entry's owner and team. */
  permission: Exclude<Permission, 'public' | 'signed-in'>;
  /**
   * Where the kind's list shows more than one's own and one's team's: the same condition, on the
   * entry `e`.
   */
  reaches?: (ctx: Ctx) => Expression<SqlBool>;
  /** Where a result leads: `/subscribers/{id}`. */
  path: string;
};

/** In the order of the domains, which is the order of the groups of results. */
export const searchKinds = defineSlot<SearchKind>('search.kinds');

/** The kind of messages, which stand in a table of their own. */
export const messageKind = 'message';
