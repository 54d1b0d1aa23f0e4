import { Select, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { leadPaths, type OpenLead, useWrite } from '../client.ts';
import { useSalesWords } from '../use-sales-words.ts';

type Props = { lead: OpenLead; onClose: () => void; onBack: () => void };

/** Why nothing comes of a lead. */
export const DeclineForm = ({ lead: { id, version }, onClose, onBack }: Props) => {
  const t = useTexts('sales');
  const { lostReasons } = useSalesWords();
  const decline = useWrite('POST /api/leads/{id}/decline', leadPaths);
  const form = useForm<{ reasonId: string | null; note: string }, unknown>({
    initial: { reasonId: null, note: '' },
    save: ({ reasonId, note }) =>
      decline.mutateAsync({ id, version, reasonId: Number(reasonId), note }),
    onSaved: onClose,
  });
  return (
    <Form form={form} submitLabel={t('leads.decline')} onCancel={onBack}>
      <Select
        {...form.value('reasonId')}
        label={t('fields.lostReasonId')}
        required
        allowDeselect={false}
        data={lostReasons}
      />
      <Textarea {...form.text('note')} label={t('fields.lostNote')} autosize minRows={2} />
    </Form>
  );
};
