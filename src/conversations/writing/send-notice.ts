import type { NoticeSender } from '../../billing/index.ts';
import { waysTo, writeTo } from './ways-to.ts';

/** Sends a notice of service by the first way to somebody, if there is one. */
export const sendNotice: NoticeSender = async (ctx, { subscriberId, text }) => {
  const [way] = await waysTo(ctx, { subscriberId });
  if (!way) return null;
  const subject = subjects[ctx.operator.language];
  const queued = await writeTo(ctx, way, { subject, text, isAutomatic: true });
  return queued.ok ? { way: way.kind, outgoingMessageId: queued.value.id } : null;
};

const subjects = { ru: 'О вашем счёте', en: 'About your account' } as const;
