import { Modal, Select, Textarea } from '@mantine/core';
import { Form } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { useTexts } from '../../ui/texts.ts';
import { dealPaths, useRead, useWrite } from './client.ts';
import { useStillOut } from './connecting/use-still-out.ts';
import { useSalesWords } from './use-sales-words.ts';

type Values = { reasonId: string | null; note: string };
type Props = { deal: { id: number; version: number }; onClose: () => void };

/** Why it came to nothing, in a word of the dictionary and in one's own. */
export const LoseDialog = ({ deal: { id, version }, onClose }: Props) => {
  const t = useTexts('sales');
  const { lostReasons } = useSalesWords();
  const stillOut = useStillOut(useRead('GET /api/deals/{id}/order', { id }).data);
  const lose = useWrite('POST /api/deals/{id}/lose', dealPaths);
  const form = useForm<Values, unknown>({
    initial: { reasonId: null, note: '' },
    save: ({ reasonId, note }) =>
      lose.mutateAsync({ id, version, reasonId: Number(reasonId), note }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('deals.loseTitle')} size={440}>
      {stillOut === null ? null : <p role="status">{stillOut}</p>}
      <Form form={form} submitLabel={t('deals.lose')} onCancel={onClose}>
        <Select
          {...form.value('reasonId')}
          label={t('fields.lostReasonId')}
          required
          allowDeselect={false}
          data={lostReasons}
          data-autofocus
        />
        <Textarea {...form.text('note')} label={t('fields.lostNote')} autosize minRows={2} />
      </Form>
    </Modal>
  );
};
