import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import type { Sign, TicketLoad } from '../../tickets/index.ts';
import { attributesOf } from '../apply/loads.ts';
import type { ApplyPlan } from '../apply/plan.ts';
import type { Placed } from './place-rows.ts';
import type { TicketRecord } from './ticket-record.ts';

/**
 * The ticket of a row. What the file says and no field holds stands in its description; but whose
 * it is said to be stands apart, where an erasure finds it.
 * @param nameOf a category's name as it is spelt here
 */
export function ticketLoad(
  ctx: Ctx,
  plan: ApplyPlan,
  { row: { record }, subscriber, isErased, worker }: Placed,
  nameOf: (category: string) => string,
): TicketLoad {
  const { t } = textsIn(ctx.operator.language);
  const now = ctx.clock.now();
  const closedAt = record.closedAt === undefined ? null : new Date(record.closedAt);
  const said = record.openedAt === undefined ? (closedAt ?? now) : new Date(record.openedAt);
  // No clock begins tomorrow.
  const openedAt = said > now ? now : said;
  const { attributes, rest } = attributesOf(record, plan);
  const lines = [
    record.description,
    ...rest,
    ...(worker || record.assignee === undefined
      ? []
      : [t('imports:ticket.assignee', { name: record.assignee })]),
  ];
  return {
    externalNumber: record.number,
    subscriberId: subscriber?.id ?? null,
    subscriberName: subscriber?.name ?? '',
    signs: subscriber || isErased ? [] : signsOf(record),
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

/** Longer ones are no numbers. */
const MOST_SIGN = 200;

function signsOf({ account, contacts, unread = [] }: TicketRecord): Sign[] {
  const signs: Sign[] = [
    { kind: 'account', value: account.number ?? '' },
    { kind: 'contract', value: account.contractNumber ?? '' },
    ...contacts.flatMap(({ kind, value }) =>
      kind === 'phone' || kind === 'email' ? [{ kind, value }] : [],
    ),
    ...unread,
  ];
  const kept = signs
    .map(({ kind, value }) => ({ kind, value: value.slice(0, MOST_SIGN) }))
    .filter(({ value }) => value !== '');
  return [...new Map(kept.map((sign) => [`${sign.kind} ${sign.value}`, sign])).values()];
}
