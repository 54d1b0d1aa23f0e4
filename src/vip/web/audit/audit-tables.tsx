import { Link } from 'react-router';
import { formatDay, formatMoney, formatNo, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Audit, Gift } from '../client.ts';

type Pair = Audit['unusual'][number];
type Giver = Audit['givers'][number];

const nameOf = ({ id, name }: { id: number; name: string }) => (
  <Link to={`/vip/clients/${id}`}>{name || formatNo(id)}</Link>
);

/** What stands out first, then by giver, then every gift. */
export const AuditTables = ({ audit }: { audit: Audit }) => (
  <>
    <Unusual audit={audit} />
    <Givers audit={audit} />
    <All audit={audit} />
  </>
);

/** What one gave to one client, far above what is usual. */
const Unusual = ({ audit }: { audit: Audit }) => {
  const t = useTexts('vip');
  const { unusual, currency } = audit;
  const money = (minor: number): string => formatMoney(minor, currency);
  return (
    <FigureTable<Pair>
      title={t('audit.unusual')}
      empty={t('audit.usual')}
      rule={t('audit.unusualRule')}
      rows={unusual}
      keyOf={({ staff, subscriber }) => `${staff.id} ${subscriber.id}`}
      columns={[
        { key: 'staff', label: t('audit.who'), show: ({ staff }) => staff.name },
        {
          key: 'client',
          label: t('audit.whom'),
          isWords: true,
          show: ({ subscriber }) => nameOf(subscriber),
        },
        { key: 'gifts', label: t('audit.gifts'), show: ({ gifts: count }) => formatNumber(count) },
        {
          key: 'sum',
          label: t('audit.sum'),
          isStrong: true,
          show: ({ costMinor }) => money(costMinor),
        },
        { key: 'usual', label: t('audit.asUsual'), show: ({ usualMinor }) => money(usualMinor) },
      ]}
    />
  );
};

/** How much everybody gave. */
const Givers = ({ audit }: { audit: Audit }) => {
  const t = useTexts('vip');
  const { givers, currency } = audit;
  const money = (minor: number): string => formatMoney(minor, currency);
  return (
    <FigureTable<Giver>
      title={t('audit.givers')}
      empty={t('gifts.none')}
      rows={givers}
      keyOf={({ staff }) => String(staff.id)}
      columns={[
        { key: 'staff', label: t('audit.who'), show: ({ staff }) => staff.name },
        { key: 'gifts', label: t('audit.gifts'), show: ({ gifts: count }) => formatNumber(count) },
        {
          key: 'clients',
          label: t('audit.clients'),
          show: ({ clients }) => formatNumber(clients),
        },
        {
          key: 'sum',
          label: t('audit.sum'),
          isStrong: true,
          show: ({ costMinor }) => money(costMinor),
        },
      ]}
    />
  );
};

/** Every gift with whose hands it went through. */
const All = ({ audit }: { audit: Audit }) => {
  const t = useTexts('vip');
  const { gifts, isWhole, currency } = audit;
  const money = (minor: number): string => formatMoney(minor, currency);
  return (
    <FigureTable<Gift>
      title={t('audit.all')}
      empty={t('gifts.none')}
      {...(isWhole ? {} : { rule: t('audit.part') })}
      rows={gifts}
      keyOf={({ id }) => String(id)}
      columns={[
        { key: 'on', label: t('gifts.deliverOn'), show: ({ deliverOn }) => formatDay(deliverOn) },
        {
          key: 'client',
          label: t('audit.whom'),
          isWords: true,
          show: ({ subscriber }) => nameOf(subscriber),
        },
        {
          key: 'gift',
          label: t('gifts.item'),
          isWords: true,
          show: ({ item, recipient }) => `${item.name} · ${recipient}`,
        },
        {
          key: 'staff',
          label: t('audit.hands'),
          isWords: true,
          show: ({ plannedBy, approvedBy, secondBy, deliveredBy }) =>
            [plannedBy, approvedBy, secondBy, deliveredBy]
              .flatMap((one) => (one ? [one.name] : []))
              .join(' → '),
        },
        {
          key: 'state',
          label: t('audit.state'),
          isWords: true,
          show: ({ state, wasDelivered }) =>
            wasDelivered && state !== 'delivered' ? t('gifts.undone') : t(`giftStates.${state}`),
        },
        { key: 'sum', label: t('audit.sum'), show: ({ costMinor }) => money(costMinor) },
      ]}
    />
  );
};
