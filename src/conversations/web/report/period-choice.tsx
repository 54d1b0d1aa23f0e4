import { Button } from '@mantine/core';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { lastDays, type Period } from './use-period.ts';
import css from './report.module.css';

const presets = [1, 7, 30] as const;

/** Today, a week, a month, or any two days. */
export const PeriodChoice = (props: { period: Period; onChange: (next: Period) => void }) => {
  const t = useTexts('conversations');
  const { period, onChange } = props;
  return (
    <div className={css.period}>
      <div className={css.presets} role="group" aria-label={t('report.period')}>
        {presets.map((days) => {
          const preset = lastDays(days);
          const isOn = preset.from === period.from && preset.to === period.to;
          return (
            <Button
              key={days}
              size="xs"
              variant={isOn ? 'light' : 'default'}
              aria-pressed={isOn}
              onClick={() => onChange(preset)}
            >
              {t(`report.days.${days}`)}
            </Button>
          );
        })}
      </div>
      <DayInput
        label={t('report.from')}
        value={period.from}
        onChange={(from) => {
          if (from !== '') onChange({ ...period, from });
        }}
      />
      <DayInput
        label={t('report.to')}
        value={period.to}
        onChange={(to) => {
          if (to !== '') onChange({ ...period, to });
        }}
      />
    </div>
  );
};
