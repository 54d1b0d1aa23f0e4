import { Select } from '@mantine/core';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { signOf } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency, useMay } from '../../../ui/viewer.tsx';
import type { Limits } from './asked-of.ts';
import { segments } from './client.ts';
import css from './plan.module.css';

type Props = { limits: Limits; onChange: (limits: Limits) => void };
const numbers = ['budget', 'slots', 'contact', 'holdPercent', 'leastPoints'] as const;

/** What may be spent and called, and on whom; the plan beneath is made anew as it changes. */
export const PlanLimits = ({ limits, onChange }: Props) => {
  const t = useTexts('retention');
  const may = useMay();
  const currency = useCurrency();
  const known = segments.useRead('GET /api/segments', {}, { isEnabled: may('segments.view') });
  return (
    <section className={css.limits} aria-label={t('plan.title')}>
      {numbers.slice(0, 3).map((key) => (
        <NumberField
          key={key}
          label={key === 'slots' ? t('plan.slots') : `${t(`plan.${key}`)}, ${signOf(currency)}`}
          value={limits[key]}
          onChange={(value) => onChange({ ...limits, [key]: value })}
        />
      ))}
      {known.data ? (
        <Select
          label={t('plan.segment')}
          placeholder={t('plan.everybody')}
          value={limits.segmentId}
          onChange={(segmentId) => onChange({ ...limits, segmentId })}
          data={known.data.segments.map(({ id, name }) => ({ value: String(id), label: name }))}
          clearable
          searchable
        />
      ) : null}
      {numbers.slice(3).map((key) => (
        <NumberField
          key={key}
          label={t(`plan.${key}`)}
          value={limits[key]}
          onChange={(value) => onChange({ ...limits, [key]: value })}
        />
      ))}
    </section>
  );
};
