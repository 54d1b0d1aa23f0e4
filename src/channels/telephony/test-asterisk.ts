import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { tryExchange } from '../adapters/ami.ts';
import type { NewAsterisk } from '../api/asterisk.ts';
import type { Trouble } from '../api/choices.ts';
import { findOfKind } from '../settings/load-channel.ts';
import { amiAccess } from './ami-access.ts';
import { checkAsterisk } from './check-asterisk.ts';

/** Signs in with what is in the form and not yet kept. */
export async function testAsterisk(
  ctx: Ctx,
  { id, ...given }: Omit<NewAsterisk, 'name'> & { id?: number | undefined },
): Promise<Result<{ trouble: Trouble | null; words: string }>> {
  const kept = id === undefined ? null : await findOfKind(ctx, 'asterisk', id);
  if (id !== undefined && !kept) return fail('channels.not_found');
  const checked = checkAsterisk(given, kept);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  const troubled = await tryExchange(amiAccess(settings, secrets));
  return ok(troubled ?? { trouble: null, words: '' });
}
