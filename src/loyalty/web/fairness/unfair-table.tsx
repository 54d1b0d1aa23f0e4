import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Unfair } from '../client.ts';
import { useMakeRight } from './use-make-right.ts';

type Row = Unfair['rows'][number];
type Props = { rows: readonly Row[]; currency: string };

const keys = ['tenure', 'product', 'paid', 'newcomer', 'gap', 'risk'] as const;

/** Who pays too much, each to be made right by hand, or many at once. */
export const UnfairTable = ({ rows, currency }: Props) => {
  const t = useTexts('loyalty');
  const show = useCells(currency);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const { makeRight, isBusy } = useMakeRight(() => setChosen([]));
  const here = chosen.filter((id) => rows.some((row) => row.id === id));
  const pick = (id: number, isOn: boolean): void =>
    setChosen(isOn ? [...here, id] : here.filter((one) => one !== id));
  const nameOf = (row: Row) => (
    <span style={{ display: 'flex', gap: 8 }}>
      <Checkbox
        aria-label={t('fairness.chosen', { name: row.name })}
        checked={here.includes(row.id)}
        onChange={(event) => pick(row.id, event.target.checked)}
      />
      <Link to={`/subscribers/${row.subscriberId}`}>{row.name}</Link>
    </span>
  );
  const rightOf = ({ id }: Row) => (
    <Button size="xs" variant="default" onClick={() => void makeRight([id])}>
      {t('fairness.right')}
    </Button>
  );
  const chooseAll = (
    <Checkbox
      label={t('fairness.all')}
      checked={here.length > 0 && here.length === rows.length}
      indeterminate={here.length > 0 && here.length < rows.length}
      onChange={(event) => setChosen(event.target.checked ? rows.map(({ id }) => id) : [])}
    />
  );
  const actions = (
    <>
      {chooseAll}
      <Button
        variant="filled"
        disabled={here.length === 0}
        loading={isBusy}
        onClick={() => void makeRight(here)}
      >
        {t('fairness.rightOf', { number: formatNumber(here.length) })}
      </Button>
    </>
  );
  const cells = keys.map((key) => ({
    key,
    label: t(`fairness.columns.${key}`),
    show: show[key],
    isStrong: key === 'gap',
    isWords: key === 'product',
  }));
  const columns = [
    { key: 'name', label: t('fairness.columns.name'), show: nameOf },
    ...cells,
    { key: 'right', label: '', show: rightOf },
  ];
  const keyOf = ({ id }: Row): string => String(id);
  const title = t('fairness.title');
  return <FigureTable<Row> {...{ title, rows, keyOf, actions, columns }} empty="" />;
};

/** What stands in each column. */
const useCells = (currency: string): Record<(typeof keys)[number], (row: Row) => string> => {
  const t = useTexts('loyalty');
  const money = (minor: number): string => formatMoney(minor, currency);
  return {
    tenure: ({ tenureMonths }) => t('fairness.months', { count: tenureMonths }),
    product: ({ product }) => product,
    paid: ({ paidMinor }) => money(paidMinor),
    newcomer: ({ newcomerMinor, newcomerProduct, product }) =>
      newcomerProduct === product
        ? money(newcomerMinor)
        : `${money(newcomerMinor)} · ${newcomerProduct}`,
    gap: ({ yearMinor }) => money(yearMinor),
    risk: ({ atRiskMinor }) => (atRiskMinor > 0 ? money(atRiskMinor) : '—'),
  };
};
