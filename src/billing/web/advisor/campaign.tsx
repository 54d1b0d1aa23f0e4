import { Modal, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { formatMoney } from '../../../ui/format.ts';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { saveView } from '../../../ui/table/source.ts';
import { CopyButton } from '../../../ui/show/copy-button.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import type { Advisor } from '../client.ts';
import type { Asked } from './asking.tsx';
import { listQuery } from './list-state.ts';

type Props = { advisor: Advisor; asked: Asked; onClose: () => void };

/** Keeps those who are asked about as a view of the list, with words to tell them. */
export const Campaign = ({ advisor, asked, onClose }: Props) => {
  const t = useTexts('billing');
  const navigate = useNavigate();
  const currency = useCurrency();
  const tariff = advisor.products.find(({ id }) => id === asked.productId)?.name;
  const name = [
    t(`advisor.kinds.${asked.kind}`),
    asked.fromMinor > 0
      ? t('advisor.fromSum', { sum: formatMoney(asked.fromMinor, currency) })
      : null,
    tariff,
  ]
    .filter(Boolean)
    .join(', ');
  const form = useForm({
    initial: { name, words: t(`advisor.words.${asked.kind}`) },
    save: (values) =>
      saveView({
        name: values.name,
        entity: 'subscribers',
        isShared: false,
        state: listQuery(asked),
      }),
    onSaved: ({ id }) => void navigate(`/subscribers?view=${id}`),
  });
  return (
    <Modal opened onClose={onClose} title={t('advisor.campaign')} size={520}>
      <Form form={form} onCancel={onClose} submitLabel={t('advisor.keep')}>
        <TextInput {...form.text('name')} label={t('advisor.viewName')} data-autofocus />
        <Textarea
          {...form.text('words')}
          label={t('advisor.wording')}
          description={t('advisor.wordingText')}
          autosize
          minRows={4}
        />
        <CopyButton text={form.values.words} w="fit-content" />
      </Form>
    </Modal>
  );
};
