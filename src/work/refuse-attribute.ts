import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { type Fail, fail } from '../kernel/result.ts';
import { foldText } from '../kernel/search/fold-text.ts';
import type { AttributeType } from './ensure-attributes.ts';

const MOST_ATTRIBUTES = 300;
/** Each fast attribute costs every write of its entity an index entry. */
const MOST_FAST = 12;

export type Wanted = {
  /** Undefined for one that is new. */
  id?: number | undefined;
  entity: string;
  label: string;
  type: AttributeType;
  choices: readonly string[];
  isFast: boolean;
};

type Other = { key: string; label: string; isFast: boolean };

/** What is wrong with an attribute as it is to be, or the keys of the others of its entity. */
export async function checkAttribute(ctx: Ctx, wanted: Wanted): Promise<Fail | Set<string>> {
  // Two who define at once must not both get the last place or the same label.
  await sql`lock table attribute_definitions in share row exclusive mode`.execute(ctx.db);
  // attribute_definitions_entity_key_key
  const { rows } = await sql<Other & { isArchived: boolean }>`
    select key, label, is_fast and archived_at is null as is_fast,
           archived_at is not null as is_archived
    from   attribute_definitions
    where  entity = ${wanted.entity} and id <> ${wanted.id ?? 0}`.execute(ctx.db);
  const label = foldText(wanted.label);
  if (rows.some((one) => !one.isArchived && foldText(one.label) === label)) {
    return fail('work.attribute_label_taken', {}, { label: 'work.attribute_label_taken' });
  }
  if (wanted.type === 'choice' && wanted.choices.length === 0) {
    return fail('work.choices_needed', {}, { choices: 'work.choices_needed' });
  }
  if (wanted.isFast && rows.filter(({ isFast }) => isFast).length >= MOST_FAST) {
    return fail('work.too_many_fast_attributes', { most: MOST_FAST });
  }
  if (wanted.id === undefined && rows.length >= MOST_ATTRIBUTES) {
    return fail('work.too_many_attributes', { most: MOST_ATTRIBUTES });
  }
  return new Set(rows.map(({ key }) => key));
}

/** Choices each once, in the order given; none where the type has none. */
export function choicesFor(type: AttributeType, choices: readonly string[]): string[] {
  return type === 'choice' ? [...new Set(choices)] : [];
}
