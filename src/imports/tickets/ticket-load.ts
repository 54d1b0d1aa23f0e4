import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import type { TicketLoad } from '../../tickets/index.ts';
import { attributesOf } from '../apply/loads.ts';
import type { ApplyPlan } from '../apply/plan.ts';
import type { Placed } from './place-rows.ts';

/**
 * The ticket of a row. What the file says and no field holds stands in its description.
 * @param nameOf a category's name as it is spelt here
 */
export function ticketLoad(
  ctx: Ctx,
  plan: ApplyPlan,
  { row: { record }, subscriber, worker }: Placed,
  nameOf: (category: string) => string,
): TicketLoad {
  const { t } = textsIn(ctx.operator.language);
  const now = ctx.clock.now();
  const closedAt = record.closedAt === undefined ? null : new Date(record.closedAt);
  const said = record.openedAt === undefined ? (closedAt ?? now) : new Date(record.openedAt);
  // No clock begins tomorrow.
  const openedAt = said > now ? now : said;
  const { attributes, rest } = attributesOf(record, plan);
  const named = record.named.join(', ');
  const lines = [
    record.description,
    ...rest,
    ...(subscriber || named === '' ? [] : [t('imports:ticket.named', { named })]),
    ...(worker || record.assignee === undefined
      ? []
      : [t('imports:ticket.assignee', { name: record.assignee })]),
  ];
  return {
    externalNumber: record.number,
    subscriberId: subscriber?.id ?? null,
    subscriberName: subscriber?.name ?? '',
    category: nameOf(record.category ?? t('imports:ticket.category')),
    subject: record.subject,
    description: lines.filter((line) => line !== '').join('\n'),
    priority: record.priority ?? 'normal',
    state: record.state,
    ownerStaffId: worker?.id ?? null,
    teamId: worker?.teamId ?? null,
    attributes,
    openedAt,
    closedAt: record.state === 'done' ? (closedAt ?? openedAt) : null,
  };
}
