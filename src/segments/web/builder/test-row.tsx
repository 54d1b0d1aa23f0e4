import { ActionIcon, Select } from '@mantine/core';
import { X } from 'lucide-react';
import { needsValue, opsFor, valueFor } from '../../../ui/table/condition.ts';
import type { Draft as Line, Op } from '../../../ui/table/contract.ts';
import { ValueField } from '../../../ui/table/value-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { fieldOf } from './draft.ts';
import { fieldsByGroup } from './fields-by-group.ts';
import { NotToggle } from './not-toggle.tsx';
import type { Askable, BuilderField } from './use-fields.ts';
import { WindowSelect } from './window-select.tsx';
import css from './builder.module.css';

type Props = {
  list: Askable;
  line: Line;
  isNot: boolean;
  onChange: (line: Line) => void;
  onNot: (isNot: boolean) => void;
  onRemove: () => void;
};

const FIRST_WINDOW = '30d';
const numberOps: Op[] = ['gte', 'lte', 'gt', 'lt', 'between', 'is', 'is_not', 'empty', 'not_empty'];

const opsOf = ({ type }: BuilderField, current: Op): Op[] => {
  const ops = type === 'number' || type === 'money' ? numberOps : opsFor[type];
  return ops.includes(current) ? ops : [...ops, current];
};

/** As the sentence above says it; what is said alike everywhere is worded where lists are. */
const opWord = (op: Op, { type }: BuilderField): string => {
  const isMoment = type === 'date' || type === 'instant';
  if (isMoment && ['gt', 'gte', 'lt', 'lte'].includes(op)) return `builder.ops.${op}_day`;
  return ['gte', 'lte', 'in', 'not_in'].includes(op) ? `builder.ops.${op}` : `ui:table.op.${op}`;
};

/** A question about a field from its beginning. */
export const startOf = (field: BuilderField): Line => ({
  field: field.hasWindow ? `${field.key}@${FIRST_WINDOW}` : field.key,
  op: opsOf(field, 'is')[0] ?? 'is',
  ...(field.type === 'boolean' ? { op: 'is' as const, value: true } : {}),
});

/** One question: the field, over what time, what is asked, the value. */
export const TestRow = ({ list, line, isNot, onChange, onNot, onRemove }: Props) => {
  const t = useTexts('segments');
  const field = fieldOf(list.fields, line.field);
  const [key = '', window = ''] = line.field.split('@');
  const setOp = (op: Op): void => {
    const value = valueFor(op, line);
    onChange({ field: line.field, op, ...(value === undefined ? {} : { value }) });
  };
  return (
    <div className={css.test}>
      <NotToggle isNot={isNot} onNot={onNot} />
      <Select
        className={css.field}
        aria-label={t('builder.field')}
        searchable
        allowDeselect={false}
        value={field?.key ?? key}
        data={fieldsByGroup(list.fields)}
        onChange={(next) => {
          const chosen = next === null ? undefined : fieldOf(list.fields, next);
          if (chosen) onChange(startOf(chosen));
        }}
      />
      {field?.hasWindow ? (
        <WindowSelect
          value={window}
          onChange={(next) => onChange({ ...line, field: `${key}@${next}` })}
        />
      ) : null}
      {field ? (
        <Select
          className={css.op}
          aria-label={t('builder.op', { field: field.label })}
          allowDeselect={false}
          value={line.op}
          data={opsOf(field, line.op).map((op) => ({ value: op, label: t(opWord(op, field)) }))}
          onChange={(op) => op && setOp(op)}
        />
      ) : (
        <span className={css.gone}>{t('builder.gone')}</span>
      )}
      {field && needsValue(line.op) ? (
        <div className={css.value}>
          <ValueField
            field={field}
            line={line}
            words={list.words}
            onChange={(value) => onChange({ ...line, value })}
          />
        </div>
      ) : null}
      <ActionIcon className={css.remove} aria-label={t('builder.remove')} onClick={onRemove}>
        <X size={14} />
      </ActionIcon>
    </div>
  );
};
