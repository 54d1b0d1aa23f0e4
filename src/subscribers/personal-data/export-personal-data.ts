import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { findSubscriber } from '../find-subscriber.ts';
import { refuseVeiled } from '../veil.ts';
import { recordEvent } from '../record-event.ts';
import { collectPersonalData } from './collect-personal-data.ts';
import { forPrograms, personalDataPage } from './personal-data-page.ts';

/** Hands out everything that is held about one person, and leaves a mark that it was. */
export async function exportPersonalData(
  ctx: Ctx,
  input: { id: number; format: 'html' | 'json' },
): Promise<Result<Download>> {
  const found = await findSubscriber(ctx, input.id, 'subscribers.export');
  if (!found.ok) return found;
  const veiled = await refuseVeiled(ctx, found.value.ids);
  if (veiled) return veiled;
  const { id, ids } = found.value;
  const sections = await collectPersonalData(ctx, ids);
  const held = {
    operator: ctx.operator.name,
    subscriberId: id,
    exportedAt: ctx.clock.now(),
    sections,
  };
  await recordEvent(ctx, id, 'subscribers.exported', { facts: { format: input.format } });
  const fileName = `subscriber-${id}.${input.format}`;
  return ok(
    input.format === 'json'
      ? {
          body: JSON.stringify(forPrograms(held), null, 2),
          contentType: 'application/json',
          fileName,
        }
      : {
          body: personalDataPage(held, ctx, await attributeLabels(ctx)),
          contentType: 'text/html; charset=utf-8',
          fileName,
        },
  );
}

async function attributeLabels(ctx: Ctx): Promise<Map<string, string>> {
  // Archived ones, too: their values are still held. attribute_definitions_entity_key_key
  const defined = await ctx.db
    .selectFrom('attributeDefinitions')
    .select(['key', 'label'])
    .where('entity', '=', 'subscribers')
    .execute();
  return new Map(defined.map(({ key, label }) => [key, label]));
}
