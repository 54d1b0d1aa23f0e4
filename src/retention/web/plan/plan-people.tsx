import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { Link } from 'react-router';
import { addressOf } from '../../../ui/call.ts';
import { formatNo, formatNumber, formatPercent, formatWholeMoney } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { limitsOf } from './asked-of.ts';
import { type Asked, type PlanPerson, useRead } from './client.ts';

const FIRST = 30;
type Props = { asked: Asked; count: number };

/** Whom a plan chooses, what is done, why, and what it is expected to bring. */
export const PlanPeople = ({ asked, count }: Props) => {
  const t = useTexts('retention');
  const may = useMay();
  const limits = limitsOf(asked);
  const read = useRead('GET /api/care-plan/people', { ...limits, limit: FIRST }, { isKept: true });
  const people = read.data?.people ?? [];
  const currency = read.data?.currency ?? '';
  const sum = (amountMinor: number): string =>
    currency === '' ? '' : formatWholeMoney(amountMinor, currency);
  return (
    <FigureTable
      title={t('plan.people')}
      empty=""
      rule={
        count > people.length
          ? t('plan.more', { shown: people.length, all: formatNumber(count) })
          : ''
      }
      actions={
        may('retention.risk_export') ? (
          <Button
            size="xs"
            variant="subtle"
            component="a"
            href={addressOf('GET /api/care-plan/export', { ...limits, format: 'xlsx' })}
            leftSection={<Download size={14} />}
          >
            {t('plan.export')}
          </Button>
        ) : null
      }
      rows={people}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          key: 'name',
          label: t('plan.who'),
          show: linkOf,
        },
        {
          key: 'action',
          label: t('plan.columns.action'),
          isWords: true,
          show: ({ action }) => t(`plan.actions.${action}`),
        },
        {
          key: 'reasons',
          label: t('plan.columns.reasons'),
          isWords: true,
          show: ({ reasons }) => reasons,
        },
        {
          key: 'chance',
          label: t('plan.columns.leaveChance'),
          show: ({ leaveChance }) => formatPercent(leaveChance, 1),
        },
        { key: 'value', label: t('plan.columns.valueMinor'), show: (one) => sum(one.valueMinor) },
        {
          key: 'expected',
          label: t('plan.columns.expectedMinor'),
          isStrong: true,
          show: (one) => sum(one.expectedMinor),
        },
        { key: 'cost', label: t('plan.columns.costMinor'), show: (one) => sum(one.costMinor) },
      ]}
    />
  );
};

const linkOf = ({ id, name }: PlanPerson) => (
  <Link to={`/subscribers/${id}`}>{name || formatNo(id)}</Link>
);
