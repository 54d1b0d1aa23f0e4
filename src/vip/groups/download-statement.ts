import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { print } from '../../kernel/pdf/print.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import type { groupsApi } from '../api/groups.ts';
import { groupStatement } from './group-statement.ts';
import { paperOf } from './statement-paper.ts';
import { tableOf } from './statement-table.ts';

type Route = (typeof groupsApi)['GET /api/vip-groups/{id}/statement/file'];
type Input = z.output<Route['input']>;

const layout = new URL('./group-layout.ts', import.meta.url);

/** The group's statement as a paper or a table; who took it is noted. */
export async function downloadStatement(ctx: Ctx, input: Input): Promise<Result<Download>> {
  const made = await groupStatement(ctx, input);
  if (!made.ok) return made;
  const { format, from, to, id } = input;
  const file =
    format === 'pdf'
      ? await print(layout, await paperOf(ctx, input, made.value))
      : tableOf(ctx, format, made.value);
  if (!file) return fail('kernel.export_busy');
  await inTransaction(ctx, (tx) =>
    emit(tx, {
      type: 'vip.group_statement_taken',
      subject: { kind: 'subscriber', id },
      subscriberId: id,
      facts: { from, to, format },
    }),
  );
  const { t } = textsIn(ctx.operator.language);
  return ok({ ...file, fileName: `${t('vip:groups.paper.file')} ${from} ${to}.${format}` });
}
