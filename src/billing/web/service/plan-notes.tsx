import { formatDay, formatMoney } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Service } from '../client.ts';

type Props = { plan: Service['subscriptions'][number]; currency: string };

/** How it is charged, since when, what it is a part of, and what is to come of it. */
export const PlanNotes = ({ plan, currency }: Props) => {
  const t = useTexts('billing');
  return (
    <>
      {plan.chargeCycle === 'daily' ? <Badge>{t('service.daily')}</Badge> : null}
      <span className="dim">
        {plan.startedOn ? t('service.from', { on: formatDay(plan.startedOn) }) : ''}{' '}
        {plan.endedOn ? t('service.till', { on: formatDay(plan.endedOn) }) : ''}
      </span>
      {plan.priceChange ? (
        <Badge tone="amber">
          {t('service.priceChange', {
            on: formatDay(plan.priceChange.fromOn),
            fee: formatMoney(plan.priceChange.monthlyFeeMinor, currency),
          })}
        </Badge>
      ) : null}
      {plan.leaving ? (
        <span className="dim">
          {t('service.bound', {
            on: formatDay(plan.leaving.untilOn),
            fee: formatMoney(plan.leaving.feeMinor, currency),
          })}
        </span>
      ) : null}
      {plan.bundle ? <Badge tone="teal">{plan.bundle.name}</Badge> : null}
      {plan.instalments ? (
        <span className="dim">
          {t('service.inParts', {
            left: plan.instalments.left,
            parts: plan.instalments.parts,
            sum: formatMoney(plan.instalments.leftMinor, currency),
          })}
        </span>
      ) : null}
    </>
  );
};
