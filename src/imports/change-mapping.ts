import type { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { api } from './api.ts';
import { refuseMapping } from './check-mapping.ts';
import { dropStaged } from './drop-staged.ts';
import { guessByPreset } from './guess-by-preset.ts';
import { loadImport } from './load-import.ts';
import { presetNamed } from './presets/index.ts';
import { startOf } from './start-of.ts';

type Input = z.output<(typeof api)['PUT /api/imports/{id}/mapping']['input']>;

/**
 * Says what each column becomes, by a preset or one by one. What a check found before is dropped.
 */
export async function changeMapping(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const imported = await loadImport(ctx, input.id, true);
  if (!imported) return fail('imports.not_found');
  if (!['uploaded', 'checked'].includes(imported.state)) return fail('imports.wrong_state');
  const preset = input.preset === undefined ? undefined : presetNamed(imported.kind, input.preset);
  if (preset === null) return fail('imports.no_such_preset');
  const guessed = preset ? await guessByPreset(ctx, imported, preset) : null;
  const mapping = input.mapping ?? guessed?.mapping ?? imported.mapping;
  const key = input.key ?? guessed?.key ?? imported.key;
  const refusal = refuseMapping(imported, mapping, key);
  if (refusal) return refusal;
  await dropStaged(ctx, imported.id);
  await ctx.db
    .updateTable('imports')
    .set({
      ...(await startOf(ctx, imported)),
      state: 'uploaded',
      preset: preset?.name ?? imported.preset,
      mapping: JSON.stringify(mapping),
      key,
      settings: JSON.stringify(input.settings ?? imported.settings),
      updatedAt: ctx.clock.now(),
    })
    .where('id', '=', imported.id)
    .execute();
  return ok({ id: imported.id });
}
