import { Link } from 'react-router';
import { formatNo, formatPhone } from '../../../ui/format.ts';
import { CardSection, Facts } from '../../../ui/show/facts.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { Day, Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Deal } from '../client.ts';
import { DealTasks } from '../tasks/deal-tasks.tsx';

/** What is to be done, who, where, how much, from where, whose, and what is next. */
export const DealFacts = ({ deal }: { deal: Deal }) => {
  const t = useTexts('sales');
  const { currency, conversation } = deal;
  const money = (amountMinor: number) =>
    amountMinor === 0 ? null : <Money amountMinor={amountMinor} currency={currency} />;
  return (
    <>
      <DealTasks deal={deal} />
      <CardSection title={t('deals.next')}>
        <Facts
          facts={[
            { label: t('fields.nextStep'), value: deal.nextStep },
            { label: t('fields.nextAt'), value: deal.nextAt ? <Instant at={deal.nextAt} /> : null },
            {
              label: t('fields.expectedOn'),
              value: deal.expectedOn ? <Day on={deal.expectedOn} /> : null,
            },
            { label: t('fields.ownerStaffId'), value: deal.owner?.name ?? t('deals.nobodys') },
            { label: t('fields.teamId'), value: deal.team?.name },
          ]}
        />
      </CardSection>
      <CardSection title={t('deals.about')}>
        <Facts
          facts={[
            { label: t('fields.phone'), value: formatPhone(deal.phone) },
            { label: t('fields.email'), value: deal.email },
            { label: t('fields.address'), value: deal.building ?? deal.address },
            { label: t('fields.flat'), value: deal.building ? '' : deal.flat },
            {
              label: t('fields.products'),
              value: deal.products.map(({ name }) => name).join(', '),
            },
            { label: t('fields.monthlyMinor'), value: money(deal.monthlyMinor) },
            { label: t('fields.onceMinor'), value: money(deal.onceMinor) },
            { label: t('fields.sourceId'), value: deal.source?.name },
            { label: t('fields.campaign'), value: deal.campaign },
            { label: t('fields.lostReasonId'), value: deal.lostReason?.name },
            { label: t('fields.lostNote'), value: deal.lostNote },
            {
              label: t('deals.conversation'),
              value: conversation ? (
                <Link to={`/conversations/${conversation.id}?queue=all`}>
                  {formatNo(conversation.number)}
                </Link>
              ) : null,
            },
          ]}
        />
      </CardSection>
    </>
  );
};
