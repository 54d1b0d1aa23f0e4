import { formatDay, formatMoney, formatNumber, formatPercent } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Effect } from '../client.ts';

const groups = ['members', 'control'] as const;
type Group = Effect['members'] & { key: (typeof groups)[number] };

const PERCENT = 100;

/** Who stayed and what they pay, of members and of the control, and what the difference may be. */
export const EffectGroups = ({ effect }: { effect: Effect }) => {
  const t = useTexts('loyalty');
  const { stay, revenue, since, currency, withheld } = effect;
  const money = (minor: number): string => formatMoney(Math.round(minor), currency);
  const share = (of: number): string => formatNumber(Math.round(of * PERCENT * 10) / 10);
  const rows: Group[] = groups.map((key) => ({ ...effect[key], key }));
  return (
    <>
      <FigureTable<Group>
        title={t('effect.against')}
        empty=""
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { key: 'group', label: '', show: ({ key }) => t(`effect.${key}`) },
          {
            key: 'people',
            label: t('effect.people'),
            show: ({ people }) => formatNumber(people),
          },
          {
            key: 'stayed',
            label: t('effect.stayed'),
            show: ({ people, stayed }) => (people === 0 ? '—' : formatPercent(stayed / people, 1)),
          },
          { key: 'mean', label: t('effect.mean'), show: ({ meanMinor }) => money(meanMinor) },
        ]}
      />
      {stay && revenue && since !== null ? (
        <>
          <p>
            {t('effect.stay', {
              difference: share(stay.difference),
              low: share(stay.low),
              high: share(stay.high),
            })}
          </p>
          <p>
            {t('effect.revenue', {
              difference: money(revenue.difference),
              low: money(revenue.low),
              high: money(revenue.high),
            })}
          </p>
          <p className="dim">{t('effect.since', { on: formatDay(since) })}</p>
        </>
      ) : (
        <p className="dim">{t(withheld.length === 0 ? 'effect.alike' : 'effect.few')}</p>
      )}
      {withheld.length === 0 ? null : (
        <p className="dim">
          {t('effect.withheld', {
            what: withheld.map((kind) => t(`effect.kinds.${kind}`)).join(', '),
          })}
        </p>
      )}
    </>
  );
};
