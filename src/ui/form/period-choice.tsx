import { DayInput } from './inputs.tsx';
import { Segmented } from '../show/segmented.tsx';
import { useTexts } from '../texts.ts';
import { lastDays, type Period } from './use-period.ts';
import css from './form.module.css';

const presets = ['1', '7', '30'] as const;

/** Today, a week, a month, or any two days. */
export const PeriodChoice = (props: { period: Period; onChange: (next: Period) => void }) => {
  const t = useTexts();
  const { period, onChange } = props;
  const isLast = (days: string): boolean => {
    const { from, to } = lastDays(Number(days));
    return from === period.from && to === period.to;
  };
  return (
    <div className={css.period}>
      <Segmented
        label={t('period.title')}
        value={presets.find((days) => isLast(days)) ?? ''}
        options={presets.map((days) => ({ value: days, label: t(`period.days.${days}`) }))}
        onChange={(days) => onChange(lastDays(Number(days)))}
      />
      <div className={css.periodDays}>
        <DayInput
          aria-label={t('period.from')}
          value={period.from}
          onChange={(from) => {
            if (from !== '') onChange({ ...period, from });
          }}
        />
        –
        <DayInput
          aria-label={t('period.to')}
          value={period.to}
          onChange={(to) => {
            if (to !== '') onChange({ ...period, to });
          }}
        />
      </div>
    </div>
  );
};
