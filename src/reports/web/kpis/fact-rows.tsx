import { useState } from 'react';
import { Link } from 'react-router';
import { formatDay, formatNo, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type FactKind, type Kpi as Defined, kpis } from '../../kpis/kpis.ts';
import { type Counted, type Fact, usePages } from '../client.ts';
import { RowPages } from './row-pages.tsx';
import type { Slice } from './use-address.ts';
import { figureWords } from './words.ts';

type Props = { kpi: Counted['key']; month: string; slice: Slice };

const sides = ['counted', 'others'] as const;

/** Contacts, wishes, sales or outages behind a figure; of a share also those it does not count. */
export const FactRows = ({ kpi, month, slice }: Props) => {
  const t = useTexts('reports');
  const [which, setWhich] = useState<(typeof sides)[number]>('counted');
  const { rows: behind }: Defined = kpis[kpi];
  const pages = usePages('GET /api/kpis/{kpi}/facts', { kpi, month, which, ...slice });
  return (
    <>
      {behind.whole ? (
        <Segmented
          label={t('facts.which')}
          value={which}
          options={sides.map((value) => ({ value, label: t(`facts.${value}`) }))}
          onChange={setWhich}
        />
      ) : null}
      <RowPages pages={pages}>
        {(read) => (
          <FactTable
            kind={behind.kind ?? 'contact'}
            rows={read.flatMap(({ rows }) => rows)}
            currency={read[0]?.currency ?? ''}
          />
        )}
      </RowPages>
    </>
  );
};

const paths: Record<FactKind, string | null> = {
  contact: '/conversations',
  wish: '/cases',
  sale: '/deals',
  outage: null,
};

type TableProps = { kind: FactKind; rows: readonly Fact[]; currency: string };

const FactTable = ({ kind, rows, currency }: TableProps) => {
  const t = useTexts('reports');
  const amount = (minor: number): string =>
    kind === 'sale' ? figureWords({ unit: 'money' }, minor, currency) : formatNumber(minor);
  return (
    <FigureTable
      title={t(`facts.titles.${kind}`)}
      rows={rows}
      keyOf={({ id, part }) => `${id} ${part}`}
      empty={t('rows.none')}
      rule={t('facts.rule')}
      columns={[
        {
          key: 'number',
          label: t(`facts.numbers.${kind}`),
          show: numberOf(paths[kind]),
        },
        { key: 'name', label: t(`facts.names.${kind}`), isWords: true, show: nameOf },
        { key: 'on', label: t('facts.on'), show: ({ on }) => formatDay(on) },
        ...(kind === 'contact'
          ? [
              {
                key: 'channel',
                label: t('dimensions.channel'),
                isWords: true,
                show: ({ channel }: Fact) => t(`conversations:channels.${channel}`),
              },
            ]
          : []),
        ...(kind === 'outage'
          ? []
          : [
              {
                key: 'agent',
                label: t('dimensions.agent'),
                isWords: true,
                show: ({ agent }: Fact) => agent ?? '—',
              },
            ]),
        ...(kind === 'sale' || kind === 'outage'
          ? [
              {
                key: 'amount',
                label: t(`facts.amounts.${kind}`),
                isStrong: true,
                show: (row: Fact) => amount(row.amount),
              },
            ]
          : []),
      ]}
    />
  );
};

const nameOf = ({ subscriberId, name }: Fact) =>
  subscriberId === null ? name || '—' : <Link to={`/subscribers/${subscriberId}`}>{name}</Link>;

const numberOf = (path: string | null) =>
  function Number({ id, number }: Fact) {
    return path === null ? formatNo(number) : <Link to={`${path}/${id}`}>{formatNo(number)}</Link>;
  };
