import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { addressOf } from '../../../ui/call.ts';
import { formatMoney } from '../../../ui/format.ts';
import { FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { lastMonth, statementSums as sums } from '../../statement.ts';
import { type GroupStatement, useRead } from '../client.ts';

type Row = GroupStatement['totals'][number] & { key: string; name: string };

const formats = ['pdf', 'xlsx', 'csv'] as const;

/** One statement for the whole group: of the month before unless other days are chosen. */
export const StatementPart = ({ id, on }: { id: number; on: string }) => {
  const t = useTexts('vip');
  const [period, setPeriod] = useState(() => lastMonth(on));
  const wanted = { id, ...period };
  const read = useRead('GET /api/vip-groups/{id}/statement', wanted, { isKept: true });
  const rows: Row[] = read.data
    ? [
        ...read.data.accounts.map((one) => ({
          ...one,
          key: String(one.id),
          name: `${one.holder} · ${one.number}`,
        })),
        ...read.data.totals.map((one) => ({
          ...one,
          key: one.currency,
          name: `${t('groups.all')}, ${one.currency}`,
        })),
      ]
    : [];
  const set = (key: 'from' | 'to') => (day: string) => {
    if (day !== '') setPeriod((before) => ({ ...before, [key]: day }));
  };
  return (
    <>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      <FigureTable<Row>
        title={t('groups.statement')}
        empty={t('groups.empty')}
        rule={t('groups.paper.note')}
        rows={rows}
        keyOf={({ key }) => key}
        actions={
          <FormRow>
            <DayInput aria-label={t('terms.fromOn')} value={period.from} onChange={set('from')} />
            <DayInput aria-label={t('terms.toOn')} value={period.to} onChange={set('to')} />
            {formats.map((format) => (
              <Button
                key={format}
                variant="subtle"
                leftSection={<Download size={14} />}
                component="a"
                download
                href={addressOf('GET /api/vip-groups/{id}/statement/file', { ...wanted, format })}
              >
                {format.toUpperCase()}
              </Button>
            ))}
          </FormRow>
        }
        columns={[
          { key: 'name', label: t('groups.paper.account'), show: ({ name }) => name },
          ...sums.map((key) => ({
            key,
            label: t(`groups.paper.${key}`),
            isStrong: key === 'closingMinor',
            show: (row: Row) => formatMoney(row[key], row.currency),
          })),
        ]}
      />
    </>
  );
};
