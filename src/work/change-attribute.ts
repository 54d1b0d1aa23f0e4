import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { enqueue } from '../kernel/jobs/jobs.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { attributeIndexJob } from './attribute-index.ts';
import type { AttributeType } from './ensure-attributes.ts';
import { checkAttribute, choicesFor } from './refuse-attribute.ts';

type Change = {
  id: number;
  label?: string | undefined;
  choices?: readonly string[] | undefined;
  isFast?: boolean | undefined;
  isArchived?: boolean | undefined;
};

type Before = {
  entity: string;
  label: string;
  type: AttributeType;
  choices: string[];
  isFast: boolean;
  archivedAt: Date | null;
};

/** The key and the type stay, for values are kept under them; archiving keeps the values too. */
export async function changeAttribute(ctx: Ctx, input: Change): Promise<Result<Done>> {
  const { id } = input;
  const { rows } = await sql<Before>`
    select entity, label, type, choices, is_fast, archived_at
    from   attribute_definitions where id = ${id} for update`.execute(ctx.db);
  const [before] = rows;
  if (!before) return fail('work.attribute_not_found');
  const isArchived = input.isArchived ?? before.archivedAt !== null;
  const after = {
    label: input.label ?? before.label,
    choices: choicesFor(before.type, input.choices ?? before.choices),
    isFast: input.isFast ?? before.isFast,
    archivedAt: isArchived ? (before.archivedAt ?? ctx.clock.now()) : null,
  };
  if (!isArchived) {
    const taken = await checkAttribute(ctx, { ...before, ...after, id });
    if ('ok' in taken) return taken;
  }
  const wasIndexed = before.isFast && before.archivedAt === null;
  const isIndexed = after.isFast && !isArchived;
  await ctx.db
    .updateTable('attributeDefinitions')
    .set({
      ...after,
      choices: JSON.stringify(after.choices),
      ...(wasIndexed === isIndexed ? {} : { indexState: isIndexed ? 'building' : 'none' }),
    })
    .where('id', '=', id)
    .execute();
  if (wasIndexed !== isIndexed) await enqueue(ctx, attributeIndexJob, { id });
  await emit(ctx, {
    type: 'work.attribute_changed',
    subject: { kind: 'attribute', id },
    facts: { label: after.label, isFast: after.isFast, isArchived },
  });
  return ok({});
}
