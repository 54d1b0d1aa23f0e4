import type { Ctx } from '../../kernel/context.ts';
import { openFile } from '../../kernel/files/files.ts';
import { letterPage } from './html/letter-page.ts';
import { readEmail } from './read-email.ts';

/**
 * The page of a letter that was stored, made anew from its bytes; null where it is none, was erased
 * or cannot be read.
 */
export async function openLetter(
  ctx: Ctx,
  rawMessageId: number,
  hasRemotePictures: boolean,
): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('rawMessages')
    .select('fileId')
    .where('id', '=', rawMessageId)
    .where('channel', '=', 'email')
    .where('erasedAt', 'is', null)
    .executeTakeFirst();
  const file = row?.fileId ? await openFile(ctx, row.fileId) : null;
  if (!file) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of file.stream) chunks.push(chunk as Buffer);
  const read = await readEmail(Buffer.concat(chunks));
  if (!read.ok) return null;
  const { html, text, quoted, files } = read.value;
  const words = [text, quoted].filter(Boolean).join('\n\n');
  return letterPage({ html, text: words, files }, hasRemotePictures);
}
