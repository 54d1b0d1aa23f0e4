import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isMeant } from '../layout-slip.ts';
import { Segmented } from '../show/segmented.tsx';
import { useTexts } from '../texts.ts';
import { takesDays, takesMany, takesTwo } from './condition.ts';
import type { Draft, Field } from './contract.ts';
import { OneValue } from './one-value.tsx';
import type { Words } from './words.ts';
import css from './tools.module.css';

type Props = {
  field: Field;
  line: Draft;
  words: Words;
  onChange: (value: unknown) => void;
};

const manyChoices = 8;

const ChoiceValues = ({ field, line, words, onChange }: Props) => {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const choices = field.choices ?? [];
  const chosen = Array.isArray(line.value) ? (line.value as string[]) : [];
  const listed = choices.filter(({ value }) => isMeant(words.value(field.key, value), typed));
  return (
    <>
      {choices.length > manyChoices ? (
        <TextInput
          aria-label={t('table.search')}
          placeholder={t('table.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : null}
      <Checkbox.Group value={chosen} onChange={onChange} aria-label={words.label(field.key)}>
        <div className={`${css.pick} scroll`} style={{ gap: 8 }}>
          {listed.map(({ value }) => (
            <Checkbox key={value} value={value} label={words.value(field.key, value)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
};

const YesOrNo = ({ field, line, words, onChange }: Props) => (
  <Segmented
    label={words.label(field.key)}
    value={line.value === false ? 'false' : 'true'}
    onChange={(value) => onChange(value === 'true')}
    options={[
      { value: 'true', label: words.value(field.key, true) },
      { value: 'false', label: words.value(field.key, false) },
    ]}
  />
);

/** The field in which a filter's value is given, after the type of what is asked. */
export const ValueField = (props: Props) => {
  const { field, line, words, onChange } = props;
  const t = useTexts();
  const label = words.label(field.key);
  if (field.type === 'boolean') return <YesOrNo {...props} />;
  if (takesMany(line.op)) return <ChoiceValues {...props} />;
  if (takesDays(line.op)) {
    return (
      <NumberInput
        aria-label={t('table.days')}
        min={1}
        max={3650}
        value={typeof line.value === 'number' ? line.value : ''}
        onChange={(next) => onChange(next === '' ? undefined : Number(next))}
        rightSection={<span className="dim">{t('table.daysShort')}</span>}
        rightSectionWidth={48}
      />
    );
  }
  if (!takesTwo(line.op)) {
    return <OneValue field={field} label={label} value={line.value} onChange={onChange} />;
  }
  const [from, to] = Array.isArray(line.value) ? (line.value as unknown[]) : [];
  return (
    <div className={css.pair}>
      <OneValue
        field={field}
        label={`${label}: ${t('table.from')}`}
        value={from}
        onChange={(next) => onChange([next, to])}
      />
      <OneValue
        field={field}
        label={`${label}: ${t('table.to')}`}
        value={to}
        onChange={(next) => onChange([from, next])}
      />
    </div>
  );
};
