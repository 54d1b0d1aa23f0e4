import { TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { saveFrom } from '../../../ui/save-from.ts';
import { useTexts } from '../../../ui/texts.ts';

/** The contract to whoever has the quote's link and knows how the phone ends. */
export const TakeContract = ({ token }: { token: string }) => {
  const t = useTexts('sales');
  const form = useForm({
    initial: { phoneEnd: '' },
    save: ({ phoneEnd }) =>
      saveFrom(
        'GET /api/public/quotes/{token}/contract',
        { token, phoneEnd },
        `${t('contract.file')}.pdf`,
      ),
  });
  return (
    <Form form={form} submitLabel={t('contract.take')} isGuarded={false}>
      <TextInput
        {...form.text('phoneEnd')}
        label={t('contract.phoneEnd')}
        description={t('contract.phoneEndHint')}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
      />
    </Form>
  );
};
