import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { enqueue } from '../kernel/jobs/jobs.ts';
import { foldText } from '../kernel/search/fold-text.ts';
import { attributeIndexJob } from './attribute-index.ts';
import { attributeKey } from './attribute-key.ts';

export type AttributeType = 'text' | 'number' | 'date' | 'boolean' | 'choice';

/** An attribute as a base brings it; `key` where its values already stand under one. */
export type AttributeLoad = {
  label: string;
  type: AttributeType;
  choices: readonly string[];
  key?: string;
};

type Known = { id: number; key: string; label: string; type: string; choices: string[] };

/**
 * Finds or makes the attributes of an entity (`subscribers`), in the order given. One of the same
 * label and type is the same one, and learns the choices that it does not have yet; the same label
 * with another type makes a second one, for a date cannot be kept as a number.
 * @returns the key of each
 */
export async function ensureAttributes(
  ctx: Ctx,
  entity: string,
  wanted: readonly AttributeLoad[],
  importId: number | null = null,
): Promise<string[]> {
  // Two imports at once must not both make the same attribute.
  await sql`lock table attribute_definitions in share row exclusive mode`.execute(ctx.db);
  const known = await loadKnown(ctx, entity);
  const keys: string[] = [];
  for (const attribute of wanted) {
    const same = known.find((one) => isSame(one, attribute));
    const found = same ?? (await insert(ctx, entity, attribute, known, importId));
    if (same) await addChoices(ctx, same, attribute.choices);
    else known.push(found);
    keys.push(found.key);
  }
  return keys;
}

const isSame = (known: Known, wanted: AttributeLoad): boolean =>
  known.type === wanted.type && foldText(known.label) === foldText(wanted.label);

async function loadKnown(ctx: Ctx, entity: string): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select id, key, label, type, choices from attribute_definitions
    where  entity = ${entity} order by id`.execute(ctx.db);
  return rows;
}

async function insert(
  ctx: Ctx,
  entity: string,
  { label, type, choices, key: wantedKey }: AttributeLoad,
  known: readonly Known[],
  importId: number | null,
): Promise<Known> {
  const key = attributeKey(wantedKey ?? label, new Set(known.map((one) => one.key)));
  const kept = type === 'choice' ? [...choices] : [];
  const made = await ctx.db
    .insertInto('attributeDefinitions')
    .values({
      entity,
      key,
      label,
      type,
      choices: JSON.stringify(kept),
      position: known.length,
      importId,
      createdAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id: made.id, key, label, type, choices: kept };
}

async function addChoices(ctx: Ctx, known: Known, choices: readonly string[]): Promise<void> {
  const added = choices.filter((choice) => !known.choices.includes(choice));
  if (known.type !== 'choice' || added.length === 0) return;
  known.choices.push(...added);
  await ctx.db
    .updateTable('attributeDefinitions')
    .set({ choices: JSON.stringify(known.choices) })
    .where('id', '=', known.id)
    .execute();
}

/** Takes attributes back that nobody has a value of, as an undone import leaves them. */
export async function removeAttributes(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const removed = await ctx.db
    .deleteFrom('attributeDefinitions')
    .where('id', 'in', [...ids])
    .returning(['id', 'isFast'])
    .execute();
  const indexed = removed.filter(({ isFast }) => isFast);
  for (const { id } of indexed) await enqueue(ctx, attributeIndexJob, { id });
}
