import { ActionIcon, Button } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTexts } from '../../../ui/texts.ts';
import css from '../norms.module.css';

type Span = { from: string; to: string };
type Props = { hours: readonly Span[]; label: string; onChange: (hours: Span[]) => void };

const TimeInput = (props: { label: string; value: string; onChange: (time: string) => void }) => (
  <input
    className={css.time}
    type="text"
    inputMode="numeric"
    maxLength={5}
    placeholder="09:00"
    aria-label={props.label}
    value={props.value}
    onChange={(event) => props.onChange(event.target.value)}
  />
);

/** The hours of one day: from and to, as many as there are; `24:00` is midnight. */
export const HoursEditor = ({ hours, label, onChange }: Props) => {
  const t = useTexts('norms');
  const change = (at: number, next: Partial<Span>): void =>
    onChange(hours.map((span, index) => (index === at ? { ...span, ...next } : span)));
  return (
    <div className={css.hours}>
      {hours.length === 0 ? <span className="dim">{t('dayOff')}</span> : null}
      {hours.map((span, at) => (
        <span key={`${label}-${String(at)}`} className={css.span}>
          <TimeInput
            label={`${label}, ${t('from')}`}
            value={span.from}
            onChange={(from) => change(at, { from })}
          />
          –
          <TimeInput
            label={`${label}, ${t('to')}`}
            value={span.to}
            onChange={(to) => change(at, { to })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeHours', { label })}
            onClick={() => onChange(hours.filter((_, index) => index !== at))}
          >
            <X size={14} />
          </ActionIcon>
        </span>
      ))}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Plus size={13} />}
        aria-label={t('addHoursTo', { label })}
        onClick={() => onChange([...hours, { from: '09:00', to: '18:00' }])}
      >
        {t('addHours')}
      </Button>
    </div>
  );
};
