import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { serverNow } from '../now.ts';
import { useTexts } from '../texts.ts';
import { useViewer } from '../viewer.tsx';
import { DayInput } from './inputs.tsx';
import { clockOf, instantOf, localOf } from './local-moment.ts';
import css from './form.module.css';

type Props = {
  label: string;
  value: string | null;
  onChange: (at: string | null) => void;
  error?: string;
  required?: boolean;
};

const HOUR_MS = 3_600_000;
const MORNING = '10:00';
const EVENING = '18:00';

type Preset = { key: string; clock?: string; at: string | null };

/** What people ask for most: in an hour, this evening, tomorrow morning. */
const presetsAt = (nowMs: number, zone: string | undefined): Preset[] => {
  const today = localOf(nowMs, zone).slice(0, 10);
  const tomorrow = localOf(nowMs + 24 * HOUR_MS, zone).slice(0, 10);
  return [
    { key: 'hour', at: new Date(nowMs + HOUR_MS).toISOString() },
    { key: 'evening', clock: EVENING, at: instantOf(`${today}T${EVENING}`, zone) },
    { key: 'tomorrow', clock: MORNING, at: instantOf(`${tomorrow}T${MORNING}`, zone) },
  ].filter(({ at }) => at !== null && Date.parse(at) > nowMs);
};

type Typed = { day: string; time: string; at: string | null };

/**
 * A moment in the operator's time zone: a common one with a click, or any other by day and time.
 * Null while what is typed is no moment.
 */
export const MomentField = ({ label, value, onChange, error, required = false }: Props) => {
  const t = useTexts();
  const { timeZone } = useViewer();
  const [kept, setTyped] = useState<Typed>();
  const shown = value === null ? '' : localOf(value, timeZone);
  const { day, time } =
    kept?.at === value ? kept : { day: shown.slice(0, 10), time: shown.slice(11) };
  const put = (nextDay: string, nextTime: string): void => {
    const at = instantOf(`${nextDay}T${clockOf(nextTime)}`, timeZone);
    setTyped({ day: nextDay, time: nextTime, at });
    if (at !== value) onChange(at);
  };
  return (
    <div className={css.moment}>
      <div className={css.dayAndTime}>
        <DayInput
          label={label}
          required={required}
          value={day}
          onChange={(next) => put(next, time || MORNING)}
          {...(error === undefined ? {} : { error })}
        />
        <TextInput
          label={t('moment.time')}
          className="tabular"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          placeholder={MORNING}
          value={time}
          onChange={(event) => put(day, event.target.value)}
        />
      </div>
      <div className={css.momentPresets}>
        {presetsAt(serverNow(), timeZone).map(({ key, clock, at }) => (
          <Button key={key} size="xs" variant="default" onClick={() => onChange(at)}>
            {t(`moment.presets.${key}`, { clock })}
          </Button>
        ))}
      </div>
    </div>
  );
};
