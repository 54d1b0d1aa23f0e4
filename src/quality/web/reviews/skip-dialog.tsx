import { Modal, Select, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { skipReasons } from '../../kinds.ts';
import { type Draw, reviewPaths, useWrite } from '../client.ts';

type Values = { reason: (typeof skipReasons)[number]; words: string };

/** Leaves a drawn contact out; it is known why, and by whom. */
export const SkipDialog = ({ draw, onClose }: { draw: Draw; onClose: () => void }) => {
  const t = useTexts('quality');
  const skip = useWrite('POST /api/quality-draws/{id}/skip', reviewPaths);
  const form = useForm<Values, unknown>({
    initial: { reason: 'no_record', words: '' },
    save: (values) => skip.mutateAsync({ ...values, id: draw.id }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('reviews.skip')} size={460}>
      <p>{t('reviews.skipText')}</p>
      <Form form={form} submitLabel={t('reviews.skip')} onCancel={onClose}>
        <Select
          value={form.values.reason}
          onChange={(value) => form.set('reason', value ?? 'other')}
          label={t('reviews.skipReason')}
          allowDeselect={false}
          data={skipReasons.map((value) => ({ value, label: t(`skipReasons.${value}`) }))}
        />
        <Textarea {...form.text('words')} label={t('reviews.skipWords')} required autosize />
      </Form>
    </Modal>
  );
};
