import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import type { Import } from '../load-import.ts';

/** What each column becomes, a line for each. */
export function columnLines(ctx: Ctx, { columns, mapping }: Import): string[] {
  const { t } = textsIn(ctx.language);
  return columns.map((name, index) => {
    const { target = 'ignore', label = '' } = mapping[index] ?? {};
    const words = t(`imports:targets.${target}`);
    return `  ${name} → ${label && label !== name ? `${words} «${label}»` : words}`;
  });
}
