import { TextInput } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { FormRow } from '../../../ui/form/form.tsx';
import { useTexts } from '../../../ui/texts.ts';

type Key = 'name' | 'taxNumber' | 'taxReasonCode' | 'registrationNumber' | 'address';
type Field = {
  name: string;
  value: string;
  error?: string;
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
};

/** By what registers know somebody who pays or is paid. */
export const PartyFields = ({ text }: { text: (key: Key) => Field }) => {
  const t = useTexts('billing');
  const input = (key: Key) => <TextInput {...text(key)} label={t(`party.${key}`)} />;
  return (
    <>
      {input('name')}
      <FormRow>
        {input('taxNumber')}
        {input('taxReasonCode')}
        {input('registrationNumber')}
      </FormRow>
      {input('address')}
    </>
  );
};
