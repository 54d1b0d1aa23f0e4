import type { z } from 'zod';
import type { Ctx, Language } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { bringLead } from '../../sales/index.ts';
import type { friendsApi } from '../api/friends.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { isCode } from './open-invitation.ts';

type Input = z.output<(typeof friendsApi)['POST /api/public/friends/{code}']['input']>;

/** That they agreed stands on the lead, with its day: a call and keeping the data rest on it. */
const consents: Record<Language, string> = {
  ru: 'По приглашению друга. Согласен на звонок и обработку данных.',
  en: 'Invited by a friend. Has agreed to a call and to the data being processed.',
};

/** Whoever comes by a friend's link is a lead with the friend's code. */
export async function askByFriend(
  ctx: Ctx,
  { code, name, phone, address }: Input,
): Promise<Result<Done>> {
  const { begunOn } = await loadProgramme(ctx);
  if (begunOn === null || !(await isCode(ctx, code))) return fail('loyalty.no_such_code');
  const brought = await bringLead(ctx, {
    name,
    phone,
    address,
    wanted: consents[ctx.operator.language],
    referralCode: code.toUpperCase(),
  });
  return brought.ok ? ok({}) : brought;
}
