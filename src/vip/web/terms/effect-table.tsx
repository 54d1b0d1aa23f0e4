import { formatMoney, formatPercent } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Effect } from '../client.ts';

type Service = Effect['services'][number];

/** What terms do to each service's price and margin, and who has to approve them. */
export const EffectTable = ({ effect }: { effect: Effect }) => {
  const t = useTexts('vip');
  const { currency, services, secondFor, costMinor } = effect;
  const money = (minor: number): string => formatMoney(minor, currency);
  const margin = (share: number | null): string => (share === null ? '—' : formatPercent(share));
  const marginOf = ({ thenMinor, costMinor: cost }: Service): string =>
    margin(cost === null || thenMinor === 0 ? null : (thenMinor - cost) / thenMinor);
  const who =
    secondFor.length === 0
      ? t('terms.one')
      : t('terms.second', { why: secondFor.map((one) => t(`terms.why.${one}`)).join(', ') });
  const floor = t('terms.floor', { percent: formatPercent(effect.leastMarginPercent / 100) });
  const sums = [
    t('terms.sum', { now: money(effect.nowMinor), later: money(effect.thenMinor) }),
    costMinor === null
      ? t('terms.unknownCost')
      : t('terms.marginWas', {
          before: margin(effect.marginNow),
          after: margin(effect.marginThen),
        }),
  ];
  if (services.length === 0) return <p className="dim">{who}</p>;
  return (
    <FigureTable<Service>
      title={t('terms.try')}
      empty=""
      rule={[...sums, floor, who].join(' · ')}
      rows={services}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          key: 'service',
          label: t('terms.service'),
          show: nameOf,
        },
        { key: 'now', label: t('terms.now'), show: ({ nowMinor }) => money(nowMinor) },
        {
          key: 'then',
          label: t('terms.then'),
          isStrong: true,
          show: ({ thenMinor }) => money(thenMinor),
        },
        {
          key: 'cost',
          label: t('terms.cost'),
          show: ({ costMinor: cost }) => (cost === null ? null : money(cost)),
        },
        { key: 'margin', label: t('terms.margin'), show: marginOf },
      ]}
    />
  );
};

const nameOf = (service: Service) => <Name service={service} />;

const Name = ({ service: { product, account, isBelow } }: { service: Service }) => {
  const t = useTexts('vip');
  return (
    <>
      {`${product} · ${account}`} {isBelow ? <Badge tone="red">{t('terms.below')}</Badge> : null}
    </>
  );
};
