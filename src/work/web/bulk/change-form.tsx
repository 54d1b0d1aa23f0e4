import { Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { Action } from '../../../ui/show/action.tsx';
import type { Field } from '../../../ui/table/contract.ts';
import { useTexts } from '../../../ui/texts.ts';
import { AttributeInput, type AttributeValue } from '../attributes/attribute-input.tsx';
import { fieldsOf, isChangeable, isEmptiable, labelFields } from './bulk-fields.ts';
import type { BulkList } from './client.ts';
import css from './bulk.module.css';

type Props = {
  list: BulkList;
  fields: readonly Field[];
  /** How many are meant, in words. */
  countText: string;
  isBusy: boolean;
  onRun: (fields: Record<string, unknown>) => void;
};

/** Which field of all of them is to hold what. */
export const ChangeForm = ({ list, fields, countText, isBusy, onRun }: Props) => {
  const t = useTexts('work');
  const [key, setKey] = useState<string | null>(null);
  const [value, setValue] = useState<AttributeValue>(null);
  // Nothing typed is not yet a wish to take away what everybody has.
  const [isEmptying, setEmptying] = useState(false);
  const offered = [
    ...fields.filter((one) => isChangeable(list, one)),
    ...labelFields(list, fields, (one) => t(`bulk.labels.${one}`)),
  ];
  const field = offered.find((one) => one.key === key);
  const isReady = field !== undefined && (value !== null || isEmptying);
  const run = (): void => {
    if (field && isReady) onRun(fieldsOf(field, value));
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <Select
        label={t('bulk.field')}
        data-autofocus
        searchable
        allowDeselect={false}
        data={offered.map((one) => ({ value: one.key, label: one.label ?? one.key }))}
        value={key}
        onChange={(next) => {
          setKey(next);
          setValue(null);
          setEmptying(false);
        }}
      />
      {field ? <NewValue list={list} field={field} value={value} onChange={setValue} /> : null}
      {field && value === null && isEmptiable(list, field) ? (
        <Checkbox
          label={t('bulk.empties', { field: field.label })}
          checked={isEmptying}
          onChange={(event) => setEmptying(event.target.checked)}
        />
      ) : null}
      <div className={css.foot}>
        <span aria-live="polite">{countText}</span>
        <Action
          variant="filled"
          keys="Mod+Enter"
          loading={isBusy}
          disabled={!isReady}
          onClick={run}
        >
          {t('bulk.run')}
        </Action>
      </div>
    </form>
  );
};

type ValueProps = {
  list: BulkList;
  field: Field;
  value: AttributeValue;
  onChange: (value: AttributeValue) => void;
};

const NewValue = ({ list, field, value, onChange }: ValueProps) => {
  const t = useTexts('work');
  const label = t('bulk.value');
  const { type, choices = [] } = field;
  if (type !== 'choice') {
    const given = type === 'number' || type === 'date' || type === 'boolean' ? type : 'text';
    return (
      <AttributeInput
        attribute={{ label, type: given, choices: [] }}
        value={value}
        onChange={onChange}
      />
    );
  }
  return (
    <Select
      label={label}
      searchable={choices.length > 8}
      clearable={isEmptiable(list, field)}
      data={choices
        .filter((one) => !list.except?.includes(one.value))
        .map((one) => ({ value: one.value, label: one.label ?? one.value }))}
      value={value === null ? null : String(value)}
      onChange={onChange}
    />
  );
};
