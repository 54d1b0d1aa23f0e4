import { defineSlot } from '../kernel/slots.ts';

/** Something that has custom attributes, told by the domain that keeps it. */
export type AttributeHolder = {
  /** As in the list's address: `subscribers`. */
  entity: string;
  table: string;
  /** The jsonb column in which values stand by the attribute's key. */
  column: string;
  /** Rows that lists ever show, as the lists' own `only`, without an alias. */
  only?: string;
};

export const attributeHolders = defineSlot<AttributeHolder>('work.attributeHolders');

export function holderOf(entity: string): AttributeHolder | undefined {
  return attributeHolders.fills.find(({ piece }) => piece.entity === entity)?.piece;
}
