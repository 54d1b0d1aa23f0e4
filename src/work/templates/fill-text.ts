import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { variable, variablesIn } from './find-variables.ts';
import { readTemplateValues } from './template-variables.ts';

/**
 * A text with its variables filled for a record that the one who acts may see. What is not known of
 * it is a failure that names it, for nothing half filled is said to anybody.
 */
export async function fillText(
  ctx: Ctx,
  text: string,
  record: { entity: string; entityId: number },
): Promise<Result<string>> {
  const names = variablesIn(text);
  if (names.length === 0) return ok(text);
  const read = await readTemplateValues(ctx, record);
  if (!read.ok) return read;
  const { values } = read.value;
  const unknown = names.filter((name) => values[name] == null);
  if (unknown.length > 0) return fail('work.variable_unfilled', { names: unknown.join(', ') });
  return ok(text.replaceAll(variable, (whole, name: string) => values[name] ?? whole));
}
