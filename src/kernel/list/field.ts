import type { FieldType } from '../conditions/condition.ts';
import type { SqlType } from '../conditions/condition-field.ts';
import type { Ctx, Language } from '../context.ts';

/** One of the values that a field may have; a label where people have given it one. */
export type Choice = { value: string; label?: string | undefined };

/**
 * A column of an entity, declared once: the list shows it, filters, sorts and groups by it, the
 * export writes it, and conditions ask about it. All SQL here is ours; nothing typed ever joins it.
 */
export type ListField = {
  /** `status`, or `attributes.KEY` for a custom attribute. */
  key: string;
  type: FieldType;
  /**
   * SQL of the one value that a row shows. It knows no clocks: of an instant shown as a day, the
   * day by the operator's calendar is kept in a column of its own.
   */
  value: string;
  /** SQL of what a cell shows where a row has several: a JSON array of such values. */
  shown?: string;
  /** PostgreSQL's type of `value`, where it is not the usual one of `type`. */
  sqlType?: SqlType;
  /** Names of the entity's joins that `value` reads. */
  joins?: readonly string[];
  /**
   * Where a row has several (phones, accounts): what a condition asks any of. `from` is all of an
   * `exists (select from …)` with its WHERE, `value` what is compared there.
   */
  ofAny?: { from: string; value: string };
  /** The index that begins with this value: sorting and grouping by it are fast at any size. */
  index?: string;
  /** Never empty, so that no place for empty ones need be looked for. */
  isRequired?: boolean;
  /** What a `choice` may be, in the order in which groups stand. */
  choices?: readonly string[] | ((ctx: Ctx) => Promise<readonly Choice[]>);
  /** Makes what is shown of what was read, in the reader's language: an address of its parts. */
  show?: (value: unknown, language: Language) => unknown;
  /** SQL of a sum's currency; the operator's where there is none. */
  currency?: string;
  /** Who may see it, beyond those who may see the list. */
  permission?: string;
  /** Its name, where people have given it; others stand in the domain's texts, `fields.KEY`. */
  label?: string;
  isFilterable?: boolean;
  isSortable?: boolean;
  isGroupable?: boolean;
};

/** A custom attribute, as the domain that keeps their definitions tells of it. */
export type CustomField = {
  key: string;
  label: string;
  type: 'text' | 'number' | 'date' | 'boolean' | 'choice';
  choices: readonly Choice[];
  /** Whether its index stands and may be relied on. */
  isFast: boolean;
};
