import type { Ctx } from '../kernel/context.ts';
import { understandChat } from './chat/understand-chat.ts';
import { requestTakers } from './incoming.ts';
import { understandEmail } from './receiving/understand-email.ts';
import type { SitePayload } from './store-raw.ts';
import { understandTelegram } from './telegram/understand-telegram.ts';
import { understandCall } from './telephony/understand-call.ts';
import type { Raw, Understood } from './understood.ts';
import { understandVk } from './vk/understand-vk.ts';

/** Who understands what was stored, by whence it came. */
export const readers: Readonly<Record<string, (ctx: Ctx, raw: Raw) => Promise<Understood>>> = {
  site_form: understandRequest,
  email: understandEmail,
  telegram: understandTelegram,
  vk: understandVk,
  chat: understandChat,
  call: understandCall,
};

async function understandRequest(ctx: Ctx, row: Raw): Promise<Understood> {
  const taker = requestTakers.fills[0]?.piece;
  if (!taker) throw new Error('nobody takes requests');
  const number = await taker(ctx, {
    rawMessageId: row.id,
    channel: 'site_form',
    receivedAt: row.receivedAt,
    sender: row.sender,
    ...(row.payload as SitePayload),
  });
  return { number };
}
