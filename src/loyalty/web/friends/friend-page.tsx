import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { EntryFrame } from '../../../ui/entry/entry-frame.tsx';
import { ReadFrame } from '../../../ui/entry/read-frame.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { PhoneInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../client.ts';

/** What a friend's link opens, on a phone first: leave a name and a phone, and be called. */
export const Component = () => {
  const t = useTexts('loyalty');
  const { code = '' } = useParams();
  const read = useRead('GET /api/public/friends/{code}', { code });
  const [isSent, setSent] = useState(false);
  return (
    <ReadFrame read={read} title={t('invited.title')} goneTitle={t('invited.goneTitle')}>
      {({ operator }) =>
        isSent ? (
          <EntryFrame title={t('invited.sentTitle')} text={t('invited.sent', { operator })}>
            {null}
          </EntryFrame>
        ) : (
          <EntryFrame title={operator} text={t('invited.text')}>
            <AskForm code={code} onSent={() => setSent(true)} />
          </EntryFrame>
        )
      }
    </ReadFrame>
  );
};

type Values = { name: string; phone: string; address: string; hasConsented: boolean };

const AskForm = ({ code, onSent }: { code: string; onSent: () => void }) => {
  const t = useTexts('loyalty');
  const ask = useWrite('POST /api/public/friends/{code}', []);
  const form = useForm<Values, unknown>({
    initial: { name: '', phone: '', address: '', hasConsented: false },
    save: (values) => ask.mutateAsync({ ...values, hasConsented: true, code }),
    onSaved: onSent,
  });
  return (
    <Form form={form} submitLabel={t('invited.ask')} isGuarded={false}>
      <TextInput {...form.text('name')} label={t('invited.name')} required autoComplete="name" />
      <PhoneInput {...form.text('phone')} label={t('invited.phone')} required />
      <TextInput {...form.text('address')} label={t('invited.address')} />
      <Checkbox {...form.tick('hasConsented')} label={t('invited.consent')} required />
    </Form>
  );
};
