import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';
import css from './quotes.module.css';

const paths = ['/api/public/quotes/{token}'];

/** Yes, signed with a name; or no, with words or without. */
export const QuoteAnswer = ({ token }: { token: string }) => {
  const t = useTexts('sales');
  const [isDeclining, setDeclining] = useState(false);
  const accept = useWrite('POST /api/public/quotes/{token}/accept', paths);
  const decline = useWrite('POST /api/public/quotes/{token}/decline', paths);
  const yes = useForm({
    initial: { name: '' },
    save: ({ name }) => accept.mutateAsync({ token, name }),
  });
  const no = useForm({
    initial: { words: '' },
    save: ({ words }) => decline.mutateAsync({ token, words }),
  });
  if (isDeclining) {
    return (
      <Form
        form={no}
        submitLabel={t('quote.decline')}
        onCancel={() => setDeclining(false)}
        isGuarded={false}
      >
        <Textarea {...no.text('words')} label={t('quote.why')} autosize minRows={2} />
      </Form>
    );
  }
  return (
    <div className={css.answer}>
      <Form form={yes} submitLabel={t('quote.accept')} isGuarded={false}>
        <TextInput
          {...yes.text('name')}
          label={t('quote.name')}
          description={t('quote.nameHint')}
          autoComplete="name"
        />
      </Form>
      <Button variant="subtle" color="gray" fullWidth onClick={() => setDeclining(true)}>
        {t('quote.no')}
      </Button>
    </div>
  );
};
