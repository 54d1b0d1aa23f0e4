import { sql } from 'kysely';
import { text } from 'node:stream/consumers';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { eraseFiles } from '../../kernel/files/erase-files.ts';
import { openFile } from '../../kernel/files/files.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { type Currency, decimalText } from '../../kernel/money/index.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { withAll } from '../people/find-dealer.ts';
import { NUMBER_DIGITS } from '../api/kinds.ts';

type Batch = {
  series: string;
  cards: number;
  made: number;
  valueMinor: number;
  currency: Currency;
  validUntil: string;
  pinsTakenAt: Date | null;
};

/**
 * Gives the PINs of a batch for printing, once. The file is whole in memory before it is written
 * down that it was taken; then what lies here is erased. A file that was lost on the way is not
 * given again: the batch is blocked and another one made.
 */
export async function takePins(ctx: Ctx, { id }: { id: number }): Promise<Result<Download>> {
  const { rows } = await sql<Batch>`
    select series, cards, made, value_minor, currency, valid_until, pins_taken_at
    from   card_batches
    where  id = ${id} and ${withAll(ctx, 'dealers.pins')} for no key update`.execute(ctx.db);
  const [batch] = rows;
  if (!batch) return fail('dealers.no_such_batch');
  if (batch.made < batch.cards) return fail('dealers.not_made');
  if (batch.pinsTakenAt) return fail('dealers.pins_taken');
  // card_pin_files_pkey (batch_id, first_number)
  const files = await ctx.db
    .selectFrom('cardPinFiles')
    .select(['fileId', 'firstNumber'])
    .where('batchId', '=', id)
    .orderBy('firstNumber')
    .execute();
  const parts = ['series;number;pin;value;currency;valid_until\r\n'];
  for (const file of files) parts.push(linesOf(batch, file.firstNumber, await pinsIn(ctx, file)));
  await ctx.db
    .updateTable('cardBatches')
    .set({ pinsTakenAt: ctx.clock.now(), pinsTakenBy: staffIdOf(ctx.actor) })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'dealers.pins_taken',
    subject: { kind: 'card_batch', id },
    facts: { series: batch.series, cards: batch.cards },
  });
  await ctx.db.deleteFrom('cardPinFiles').where('batchId', '=', id).execute();
  await enqueue(ctx, eraseFiles, { fileIds: files.map(({ fileId }) => fileId) });
  return ok({
    body: Buffer.from(`\uFEFF${parts.join('')}`),
    contentType: 'text/csv; charset=utf-8',
    fileName: `cards-${batch.series}.csv`,
    headers: { 'cache-control': 'no-store' },
  });
}

async function pinsIn(ctx: Ctx, { fileId }: { fileId: number }): Promise<string[]> {
  const file = await openFile(ctx, fileId);
  const pins = file ? ctx.secrets.open(await text(file.stream)) : null;
  if (pins === null) throw new Error('a file of PINs is gone or was sealed with another key');
  return pins.split('\n');
}

function linesOf(batch: Batch, first: number, pins: readonly string[]): string {
  const { series, valueMinor, currency, validUntil } = batch;
  const rest = `${decimalText({ amountMinor: valueMinor, currency })};${currency};${validUntil}\r\n`;
  return pins
    .map((pin, at) => {
      const number = String(first + at).padStart(NUMBER_DIGITS, '0');
      return `${series};${number};${pin};${rest}`;
    })
    .join('');
}
