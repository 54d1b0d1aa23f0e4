import type { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Upload } from '../../../kernel/wiring.ts';
import type { bankApi } from '../../api/bank.ts';
import { understandStatement } from './understand-statement.ts';

type Route = (typeof bankApi)['POST /api/payments/statements/preview'];

/** Shows what a statement would do, line by line; nothing is kept of the file. */
export async function previewStatement(
  ctx: Ctx,
  { sourceId, ...columns }: z.output<Route['input']>,
  upload: Upload,
): Promise<Result<z.input<Route['output']>>> {
  const understood = await understandStatement(ctx, { sourceId, columns }, upload);
  if (!understood.ok) return understood;
  const { source, lines, ...file } = understood.value;
  return ok({
    ...file,
    currency: source.currency,
    lines,
  });
}
