import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Exception } from '../client.ts';
import { HoursEditor } from './hours-editor.tsx';
import css from '../norms.module.css';

const kinds = ['closed', 'hours', 'extra', 'short'] as const;
type Kind = (typeof kinds)[number];

/** The same day as another kind of exception, with hours to begin from. */
const asKind = ({ on, name }: Exception, kind: Kind): Exception => {
  const day = { on, ...(name === undefined ? {} : { name }) };
  if (kind === 'closed') return { ...day, kind };
  if (kind === 'short') return { ...day, kind, shorterBySeconds: 3600 };
  return { ...day, kind, hours: [{ from: '09:00', to: '18:00' }] };
};

type LineProps = {
  exception: Exception;
  onChange: (next: Exception) => void;
  onRemove: () => void;
};

const Line = ({ exception, onChange, onRemove }: LineProps) => {
  const t = useTexts('norms');
  return (
    <li className={css.exception}>
      <DayInput
        label={t('date')}
        value={exception.on}
        onChange={(on) => onChange({ ...exception, on })}
      />
      <Select
        label={t('what')}
        value={exception.kind}
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChange={(kind) => onChange(asKind(exception, kind ?? 'closed'))}
      />
      <TextInput
        label={t('reason')}
        value={exception.name ?? ''}
        onChange={(event) => onChange({ ...exception, name: event.target.value })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('removeException', { on: exception.on })}
        onClick={onRemove}
      >
        <Trash2 size={15} />
      </ActionIcon>
      {'hours' in exception ? (
        <HoursEditor
          hours={exception.hours}
          label={exception.on}
          onChange={(hours) => onChange({ ...exception, hours })}
        />
      ) : null}
      {exception.kind === 'short' ? (
        <NumberInput
          label={t('shorterBy')}
          min={1}
          max={24}
          value={exception.shorterBySeconds / 3600}
          onChange={(value) => onChange({ ...exception, shorterBySeconds: Number(value) * 3600 })}
        />
      ) : null}
    </li>
  );
};

/** Days that are unlike their weekday: closed, with other hours, with more hours, or shorter. */
export const ExceptionList = (props: {
  exceptions: readonly Exception[];
  onChange: (exceptions: Exception[]) => void;
}) => {
  const t = useTexts('norms');
  const { exceptions, onChange } = props;
  return (
    <>
      {exceptions.length === 0 ? <p className="dim">{t('noExceptions')}</p> : null}
      <ul className={css.exceptions}>
        {exceptions.map((exception, at) => (
          <Line
            key={`exception-${String(at)}`}
            exception={exception}
            onChange={(next) =>
              onChange(exceptions.map((one, index) => (index === at ? next : one)))
            }
            onRemove={() => onChange(exceptions.filter((_, index) => index !== at))}
          />
        ))}
      </ul>
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<Plus size={14} />}
          onClick={() => onChange([...exceptions, { on: dayOf(serverNow()), kind: 'closed' }])}
        >
          {t('addException')}
        </Button>
      </div>
    </>
  );
};
