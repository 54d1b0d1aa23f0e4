import { longDay } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { print } from '../../kernel/pdf/print.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { contractContent } from './contract-content.ts';
import { contractLayout } from './print-contract.ts';
import { sampleOf } from './sample.ts';
import { templateInForce } from './template-in-force.ts';

/** The text in force as a contract, made of a sale that there never was. */
export async function previewTemplate(ctx: Ctx): Promise<Result<Download>> {
  const sample = sampleOf(ctx);
  const { body } = await templateInForce(ctx);
  const content = await contractContent(ctx, body, sample);
  const on = longDay(today(ctx), ctx.operator.language);
  const paper = { ...content, number: sample.number, on, madeAt: ctx.clock.now() };
  const printed = await print(contractLayout, paper);
  return printed ? ok(printed) : fail('kernel.export_busy');
}
