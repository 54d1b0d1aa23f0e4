import type { Card } from '../../../subscribers/web/index.tsx';
import { formatNumber, formatPercent, formatWholeMoney } from '../../../ui/format.ts';
import { CardSection, Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { Chance } from './chance.tsx';
import type { RiskPart } from './client.ts';
import css from './risk.module.css';

/** How likely a subscriber is to leave, in words that can be said to them. */
export const CardRisk = ({ card }: { card: Card }) => {
  const t = useTexts('retention');
  const risk = card.parts['risk'] as RiskPart | null | undefined;
  if (!risk) return null;
  const { chance30, chance60, chance90, reasons, lifetimeMonths, valueMinor, currency } = risk;
  const chances = [chance30, chance60, chance90].map((one) => formatPercent(one, 1)).join(' / ');
  return (
    <CardSection
      title={t('risk.card.title')}
      actions={
        <span className={css.chance}>
          <Chance of={chance90} isMain /> <span className="dim">{t('risk.card.in90')}</span>
        </span>
      }
    >
      {reasons.length === 0 ? <p className="dim">{t('risk.card.none')}</p> : null}
      <ul className={css.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Facts
        facts={[
          { label: t('risk.card.chances'), value: chances },
          {
            label: t('risk.card.value'),
            value: formatWholeMoney(valueMinor, currency),
          },
          {
            label: t('risk.card.stays'),
            value: t('risk.card.inMonths', { count: formatNumber(lifetimeMonths) }),
          },
        ]}
      />
      {risk.isByRules ? <p className="dim">{t('risk.card.byRules')}</p> : null}
      {risk.isByTrees ? <p className="dim">{t('risk.card.byTrees')}</p> : null}
    </CardSection>
  );
};
