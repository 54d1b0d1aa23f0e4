import { Checkbox, Textarea } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { useTexts } from '../../../ui/texts.ts';
import type { AttributeType } from './attribute.ts';

/** What may change while an attribute is in use; `choices` holds one in a line. */
export type Values = { label: string; choices: string; isFast: boolean };

type Changed = (event: ChangeEvent<HTMLInputElement>) => void;
type Props = {
  form: {
    text: (key: 'choices') => {
      name: string;
      value: string;
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
      error?: string;
    };
    tick: (key: 'isFast') => { name: string; checked: boolean; onChange: Changed };
  };
  type: AttributeType;
};

export const AttributeFields = ({ form, type }: Props) => {
  const t = useTexts('work');
  return (
    <>
      {type === 'choice' ? (
        <Textarea
          label={t('attributes.choices')}
          description={t('attributes.choicesHint')}
          autosize
          minRows={3}
          maxRows={10}
          {...form.text('choices')}
        />
      ) : null}
      <Checkbox
        label={t('attributes.fast')}
        description={t('attributes.fastHint')}
        {...form.tick('isFast')}
      />
    </>
  );
};
