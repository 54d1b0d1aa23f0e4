import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { hasText, useTexts } from '../../../ui/texts.ts';
import type { ColumnMapping } from '../client.ts';
import css from '../imports.module.css';

type Props = {
  name: string;
  column: ColumnMapping;
  isFixed: boolean;
  onChange: (next: ColumnMapping) => void;
};

type Type = NonNullable<ColumnMapping['type']>;
const types: readonly Type[] = ['text', 'number', 'date', 'boolean', 'choice'];
const named: readonly string[] = ['attribute', 'service'];

/**
 * How values are read: the name and type of an attribute, the sign of a debt, and words with what
 * they mean.
 */
export const ColumnDetails = (props: Props) => {
  const { name, column, isFixed, onChange } = props;
  const t = useTexts('imports');
  const hint = `hints.${column.target}`;
  return (
    <div className={css.details}>
      {named.includes(column.target) ? <LabelField {...props} /> : null}
      {column.target === 'attribute' ? (
        <NativeSelect
          aria-label={t('columns.typeOf', { name })}
          value={column.type ?? ''}
          disabled={isFixed}
          data={[
            { value: '', label: t('types.auto') },
            ...types.map((type) => ({ value: type, label: t(`types.${type}`) })),
          ]}
          onChange={({ target: { value } }) => {
            const { type: _former, ...rest } = column;
            onChange(value === '' ? rest : { ...rest, type: value as Type });
          }}
        />
      ) : null}
      {column.target === 'balance' ? (
        <Checkbox
          label={t('columns.isNegated')}
          checked={column.isNegated ?? false}
          disabled={isFixed}
          onChange={(event) => onChange({ ...column, isNegated: event.currentTarget.checked })}
        />
      ) : null}
      {column.values ? <Meanings values={column.values} /> : null}
      {hasText(`imports:${hint}`) ? <span className="dim">{t(hint)}</span> : null}
    </div>
  );
};

/** Saved when the field is left, not at each letter. */
const LabelField = ({ name, column, isFixed, onChange }: Props) => {
  const t = useTexts('imports');
  const [label, setLabel] = useState(column.label ?? '');
  const keep = (): void => {
    if (label.trim() === (column.label ?? '')) return;
    const { label: _former, ...rest } = column;
    onChange(label.trim() === '' ? rest : { ...rest, label: label.trim() });
  };
  return (
    <TextInput
      aria-label={t('columns.labelOf', { name })}
      placeholder={name}
      value={label}
      maxLength={100}
      disabled={isFixed}
      onChange={(event) => setLabel(event.target.value)}
      onBlur={keep}
    />
  );
};

/** The first few words of the file that mean something here, and what. */
const Meanings = ({ values }: { values: Readonly<Record<string, string>> }) => {
  const t = useTexts('imports');
  const wordOf = (meaning: string): string => {
    const keys = ['status', 'kind'].map((field) => `subscribers:choices.${field}.${meaning}`);
    const key = keys.find(hasText);
    return key ? t(key) : meaning;
  };
  const shown = Object.entries(values).slice(0, 3);
  const words = shown.map(([from, to]) => `${from} → ${wordOf(to)}`).join(', ');
  const hasMore = Object.keys(values).length > shown.length;
  return (
    <span className="dim">
      {words}
      {hasMore ? '…' : ''}
    </span>
  );
};
