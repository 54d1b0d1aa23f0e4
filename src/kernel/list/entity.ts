import type { RawBuilder } from 'kysely';
import type { Permission } from '../api/define.ts';
import type { Ctx } from '../context.ts';
import type { RowColumns } from '../db/visible-to.ts';
import { defineSlot } from '../slots.ts';
import type { CustomField, ListField } from './field.ts';

export type ListPermission = Exclude<Permission, 'public' | 'signed-in'>;

/** What can be listed, e.g. subscribers; declared by its domain. */
export type ListEntity = {
  /** In the paths: `/api/{entity}/list`. */
  entity: string;
  /** The domain whose texts name fields (`fields.KEY`) and choices (`choices.KEY.VALUE`). */
  domain: string;
  permission: ListPermission;
  /** Who may export it, where that is not the same. */
  exportPermission?: ListPermission;
  table: string;
  /** The table's name in every expression of the fields. */
  alias: string;
  /** Joins that every row needs and that leave their number as it is: access may go by them. */
  always?: string;
  /** What is never listed, e.g. those merged into others: `s.merged_into_id is null`. */
  only?: string;
  /** Columns that row access goes by, as in `visibleTo`: `s.ownerStaffId`. */
  access: RowColumns;
  /** Joins that fields may ask for, by name; each must leave the number of rows as it is. */
  joins?: Readonly<Record<string, string>>;
  fields: readonly ListField[];
  /** Custom attributes: the name under which they are defined, and their column. */
  attributes?: { entity: string; column: string };
  /**
   * Whose personal data a row shows, as SQL of a subscriber's id in the row itself, and in which
   * fields. While a veil lies over them, these are empty and neither filters nor orders tell them.
   */
  veil?: { subscriberId: string; isPersonal: (field: ListField) => boolean };
  /** Recorded once per query, and once per export. */
  events: { listed: string; exported: string };
};

/** Declares a list, keeping its name as a type, by which its routes and handlers are known. */
export function defineList<const E extends string>(
  list: ListEntity & { entity: E },
): ListEntity & { entity: E } {
  // Views and attributes are kept under the same name.
  if (!/^[a-z][a-z_-]{0,39}$/.test(list.entity))
    throw new Error(`no name of a list: ${list.entity}`);
  return list;
}

/** Columns that a later domain adds to an earlier one's list. */
export type ListExtension = {
  entity: string;
  /** By name; one that depends on who reads shows nothing of what they may not see. */
  joins?: Readonly<Record<string, string | ((ctx: Ctx) => RawBuilder<unknown>)>>;
  fields: readonly ListField[];
};

export const listExtensions = defineSlot<ListExtension>('list.extensions');

/** Filled by the domain that keeps the definitions of custom attributes. */
export const customFields =
  defineSlot<(ctx: Ctx, entity: string) => Promise<readonly CustomField[]>>('list.custom-fields');
