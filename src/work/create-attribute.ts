import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { enqueue } from '../kernel/jobs/jobs.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { holderOf } from './attribute-holders.ts';
import { attributeIndexJob } from './attribute-index.ts';
import { attributeKey } from './attribute-key.ts';
import type { AttributeType } from './ensure-attributes.ts';
import { checkAttribute, choicesFor } from './refuse-attribute.ts';

type Input = {
  entity: string;
  label: string;
  type: AttributeType;
  choices: readonly string[];
  isFast: boolean;
};

export async function createAttribute(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ id: number; key: string }>> {
  const { entity, label, type, isFast } = input;
  if (!holderOf(entity)) return fail('work.unknown_entity');
  const taken = await checkAttribute(ctx, input);
  if ('ok' in taken) return taken;
  const key = attributeKey(label, taken);
  const { id } = await ctx.db
    .insertInto('attributeDefinitions')
    .values({
      entity,
      key,
      label,
      type,
      choices: JSON.stringify(choicesFor(type, input.choices)),
      isFast,
      indexState: isFast ? 'building' : 'none',
      position: taken.size,
      createdAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (isFast) await enqueue(ctx, attributeIndexJob, { id });
  await emit(ctx, {
    type: 'work.attribute_created',
    subject: { kind: 'attribute', id },
    facts: { entity, key, label, type, isFast },
  });
  return ok({ id, key });
}
