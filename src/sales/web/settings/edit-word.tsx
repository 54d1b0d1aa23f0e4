import { Modal, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { settingsPaths, useWrite, type Word } from '../client.ts';

type Props = { kind: 'sources' | 'reasons'; word: Word | null; onClose: () => void };

/** A source or a reason, new or renamed. */
export const EditWord = ({ kind, word, onClose }: Props) => {
  const t = useTexts('sales');
  const add = useWrite('POST /api/sales-words', settingsPaths);
  const change = useWrite('PUT /api/sales-words/{id}', settingsPaths);
  const form = useForm<{ name: string }, unknown>({
    initial: { name: word?.name ?? '' },
    save: ({ name }) =>
      word
        ? change.mutateAsync({ kind, id: word.id, name, isArchived: word.isArchived })
        : add.mutateAsync({ kind, name }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={word?.name ?? t(`settings.add.${kind}`)} size={400}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <TextInput {...form.text('name')} label={t('settings.name')} data-autofocus />
      </Form>
    </Modal>
  );
};
