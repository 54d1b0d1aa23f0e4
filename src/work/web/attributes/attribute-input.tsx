import { Select, TextInput } from '@mantine/core';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Attribute } from './attribute.ts';

/** What an attribute holds; null where nothing is known. */
export type AttributeValue = string | number | boolean | null;

type Props = {
  attribute: Pick<Attribute, 'label' | 'type' | 'choices'>;
  value: AttributeValue;
  onChange: (value: AttributeValue) => void;
  error?: string;
};

const textOf = (value: AttributeValue): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A field for one attribute's value, after its type; left empty it takes the value away. */
export const AttributeInput = ({ attribute, value, onChange, ...rest }: Props) => {
  const t = useTexts('work');
  const { label, type, choices } = attribute;
  const field = { label, ...rest };
  const orNone = (text: string): void => onChange(text === '' ? null : text);
  switch (type) {
    case 'number':
      return (
        <NumberField
          {...field}
          value={typeof value === 'number' ? value : undefined}
          onChange={(next) => onChange(next ?? null)}
        />
      );
    case 'date':
      return <DayInput {...field} value={textOf(value)} onChange={orNone} />;
    case 'boolean':
      return (
        <Select
          {...field}
          clearable
          data={[
            { value: 'true', label: t('attributes.yes') },
            { value: 'false', label: t('attributes.no') },
          ]}
          value={typeof value === 'boolean' ? String(value) : null}
          onChange={(next) => onChange(next === null ? null : next === 'true')}
        />
      );
    case 'choice':
      return (
        <Select
          {...field}
          clearable
          searchable={choices.length > 8}
          data={choices}
          value={textOf(value) || null}
          onChange={onChange}
        />
      );
    case 'text':
      return (
        <TextInput
          {...field}
          value={textOf(value)}
          onChange={(event) => orNone(event.target.value)}
        />
      );
  }
};
