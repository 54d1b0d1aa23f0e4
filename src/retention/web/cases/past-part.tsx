import { formatDay } from '../../../ui/format.ts';
import { CardSection, Facts } from '../../../ui/show/facts.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { Day } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Case } from '../client.ts';

type Past = NonNullable<Case['past']>;

/** What they are to us, and what was promised before. */
export const PastPart = ({ found: { past } }: { found: Case }) => {
  const t = useTexts('retention');
  if (past === null) return null;
  const { currency, promised } = past;
  const money = (amountMinor: number | null) =>
    amountMinor === null ? null : <Money amountMinor={amountMinor} currency={currency} />;
  return (
    <>
      <CardSection title={t('past.title')}>
        <Facts
          facts={[
            {
              label: t('past.since'),
              value: past.customerSince ? <Day on={past.customerSince} /> : null,
            },
            { label: t('past.tariffs'), value: past.tariffs.join(', ') },
            { label: t('past.monthly'), value: money(past.monthlyMinor) },
            { label: t('past.paidYear'), value: money(past.paidYearMinor) },
            {
              label: t('past.balance'),
              value:
                past.balanceMinor === null ? null : (
                  <Money amountMinor={past.balanceMinor} currency={currency} isBalance />
                ),
            },
            { label: t('past.bound'), value: boundOf(past) },
            {
              label: t('past.tickets'),
              value: t('past.ticketCount', { open: past.ticketsOpen, recent: past.ticketsRecent }),
            },
            { label: t('past.suspensions'), value: past.suspensionsYear || null },
          ]}
        />
      </CardSection>
      <CardSection title={t('past.promised')}>
        {promised.length === 0 ? <span className="dim">{t('past.nothing')}</span> : null}
        <div style={{ display: 'grid', gap: 6 }}>
          {promised.map((one) => (
            <span key={`${one.kind} ${one.on} ${one.words} ${one.amountMinor}`}>
              {t(`past.kinds.${one.kind}`)}
              {one.words === '' ? '' : `: ${one.words}`}
              {one.amountMinor === null ? null : <> · {money(one.amountMinor)}</>}
              <span className="dim">
                {' · '}
                {formatDay(one.on)}
                {one.untilOn === null ? '' : ` — ${formatDay(one.untilOn)}`}
              </span>
            </span>
          ))}
        </div>
      </CardSection>
    </>
  );
};

const boundOf = ({ accounts }: Past) => {
  const days = accounts.flatMap(({ boundUntil }) => boundUntil ?? []);
  const last = days.toSorted().at(-1);
  return last ? <Day on={last} /> : null;
};
