import { Readable } from 'node:stream';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';
import { storeFile } from '../../kernel/files/files.ts';
import { hashPins, newPin } from './pins.ts';

/** Makes cards of a batch with their PINs, which lie in a sealed file: both, or neither. */
export async function makeRange(
  ctx: BulkCtx,
  batchId: number,
  { first, last }: { first: number; last: number },
): Promise<void> {
  const pins = Array.from({ length: last - first + 1 }, newPin);
  const hashOf = hashPins(ctx);
  await copyRows(
    ctx.client,
    'cards',
    ['batch_id', 'number', 'pin_hash'],
    pins.map((pin, at) => [batchId, first + at, `\\x${hashOf(pin).toString('hex')}`]),
  );
  const file = await storeFile(ctx, {
    name: `card-pins-${batchId}-${first}`,
    contentType: 'application/octet-stream',
    stream: Readable.from([ctx.secrets.seal(pins.join('\n'))]),
  });
  await ctx.db
    .insertInto('cardPinFiles')
    .values({ batchId, firstNumber: first, fileId: file.id })
    .execute();
}
