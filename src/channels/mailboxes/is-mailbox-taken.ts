import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { MailboxSettings } from '../api/mailboxes.ts';

/** Whether another channel reads the same folder: each letter would come twice. */
export async function isMailboxTaken(
  ctx: Ctx,
  { imapHost, imapPort, imapUser, imapFolder }: MailboxSettings,
  exceptId = 0,
): Promise<boolean> {
  const same = JSON.stringify({ imapHost, imapPort, imapUser, imapFolder });
  const { rows } = await sql`
    select from channels where settings @> ${same}::jsonb and id <> ${exceptId} limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
}
