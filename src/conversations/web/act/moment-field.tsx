import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { clockOf, instantOf, localOf } from './local-moment.ts';
import css from './act.module.css';

type Props = {
  label: string;
  value: string | null;
  onChange: (at: string | null) => void;
  error?: string;
};

const HOUR_MS = 3_600_000;

/** What people ask for most: in an hour, this evening, tomorrow morning. */
const presetsAt = (
  nowMs: number,
  zone: string | undefined,
): { key: string; at: string | null }[] => {
  const today = localOf(nowMs, zone).slice(0, 10);
  const tomorrow = localOf(nowMs + 24 * HOUR_MS, zone).slice(0, 10);
  return [
    { key: 'hour', at: new Date(nowMs + HOUR_MS).toISOString() },
    { key: 'evening', at: instantOf(`${today}T18:00`, zone) },
    { key: 'tomorrow', at: instantOf(`${tomorrow}T10:00`, zone) },
  ].filter(({ at }) => at !== null && Date.parse(at) > nowMs);
};

type Typed = { day: string; time: string; at: string | null };

const USUAL_TIME = '10:00';

/**
 * A moment in the operator's time zone: a common one with a click, or any other by day and time.
 * Null while what is typed is no moment.
 */
export const MomentField = ({ label, value, onChange, error }: Props) => {
  const t = useTexts('conversations');
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
          value={day}
          onChange={(next) => put(next, time || USUAL_TIME)}
          {...(error === undefined ? {} : { error })}
        />
        <TextInput
          label={t('act.time')}
          className="tabular"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          placeholder={USUAL_TIME}
          value={time}
          onChange={(event) => put(day, event.target.value)}
        />
      </div>
      <div className={css.presets}>
        {presetsAt(serverNow(), timeZone).map(({ key, at }) => (
          <Button key={key} size="xs" variant="default" onClick={() => onChange(at)}>
            {t(`act.presets.${key}`)}
          </Button>
        ))}
      </div>
    </div>
  );
};
