import { Readable } from 'node:stream';
import { type Ctx, staffIdOf } from '../../../kernel/context.ts';
import { storeFile } from '../../../kernel/files/files.ts';
import type { UnderstoodStatement } from './understand-statement.ts';

/** Keeps a statement's file as it came, with how it was read. @returns its id */
export async function keepStatement(
  ctx: Ctx,
  { source, bytes, sha256, reading }: UnderstoodStatement,
  name: string,
): Promise<number> {
  const file = await storeFile(ctx, {
    name,
    contentType: 'application/octet-stream',
    stream: Readable.from([bytes]),
  });
  const { id } = await ctx.db
    .insertInto('statementFiles')
    .values({
      sourceId: source.id,
      fileId: file.id,
      sha256,
      reading,
      broughtAt: ctx.clock.now(),
      staffId: staffIdOf(ctx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
