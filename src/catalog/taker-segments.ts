import { type RawBuilder, sql } from 'kysely';
import { defineSlot } from '../kernel/slots.ts';

/** How a later domain tells, in SQL, the ids of the segments that a subscriber is in now. */
export type TakerSegments = (rootId: RawBuilder<unknown>) => RawBuilder<unknown>;
export const takerSegments = defineSlot<TakerSegments>('catalog.takerSegments');

/**
 * The segments of whoever takes something, for the column `segment_ids` of a taker.
 * @param rootId of the root record, as SQL; null where nobody is known
 */
export function segmentIdsOf(rootId: RawBuilder<unknown>): RawBuilder<unknown> {
  return takerSegments.fills[0]?.piece(rootId) ?? sql`'{}'::bigint[]`;
}
