import { Modal } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { dayOf } from '../../../ui/format.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type PaperDialogProps, paperPaths, useWrite } from '../client.ts';
import { LanguageSelect } from './language-select.tsx';

type Values = { fromOn: string; toOn: string; language: 'ru' | 'en' };

const DAY_MS = 86_400_000;

/** The calendar month before this one, which is asked for most. */
function lastMonth(): Omit<Values, 'language'> {
  const firstMs = Date.parse(`${dayOf(serverNow()).slice(0, 7)}-01T00:00:00Z`);
  const toOn = new Date(firstMs - DAY_MS).toISOString().slice(0, 10);
  return { fromOn: `${toOn.slice(0, 7)}-01`, toOn };
}

/** Makes a statement of a period. */
export const MakeStatement = ({ account, onClose }: PaperDialogProps) => {
  const t = useTexts('billing');
  const make = useWrite('POST /api/accounts/{id}/papers/statements', paperPaths);
  const form = useForm<Values, { number: string }>({
    initial: { ...lastMonth(), language: 'ru' },
    save: (values) => make.mutateAsync({ id: account.id, ...values }),
    onSaved: ({ number }) => {
      notifyDone(t('papers.made', { what: t('choices.paper.statement'), number }));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('papers.statement')} size={460}>
      <Form form={form} onCancel={onClose} submitLabel={t('papers.make')}>
        <FormRow>
          <DayInput {...form.value('fromOn')} label={t('statement.from')} />
          <DayInput {...form.value('toOn')} label={t('statement.to')} />
        </FormRow>
        <LanguageSelect {...form.value('language')} />
      </Form>
    </Modal>
  );
};
