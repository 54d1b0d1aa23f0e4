import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import type { reportsApi } from '../api/reports.ts';
import { makeReport } from './make-report.ts';
import { writeReport } from './write-report.ts';

type Input = z.output<(typeof reportsApi)['GET /api/kpi-report']['input']>;

/** A report as a file; the journal is told that it left. */
export async function downloadReport(
  ctx: Ctx,
  { format, ...ask }: Input,
): Promise<Result<Download>> {
  const made = await makeReport(ctx, ask);
  if (!made.ok) return made;
  const written = await writeReport(ctx, made.value, format);
  if (!written.ok) return written;
  await emit(ctx, {
    type: 'reports.report_exported',
    subject: { kind: 'list', id: 0 },
    facts: { format, report: ask.report, kpi: ask.kpi },
  });
  return written;
}
