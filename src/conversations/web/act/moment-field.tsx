import { Button, TextInput } from '@mantine/core';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { instantOf, localOf } from './local-moment.ts';
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

/** A moment in the operator's time zone: a common one with a click, or any other. */
export const MomentField = ({ label, value, onChange, error }: Props) => {
  const t = useTexts('conversations');
  const { timeZone } = useViewer();
  return (
    <div className={css.moment}>
      <TextInput
        type="datetime-local"
        label={label}
        value={value === null ? '' : localOf(value, timeZone)}
        onChange={(event) => onChange(instantOf(event.target.value, timeZone))}
        {...(error === undefined ? {} : { error })}
      />
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
