import { Modal, Select, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { correctionPaths, useWrite } from '../client.ts';
import { useReasons } from './use-reasons.ts';

type Props = { id: number; onClose: () => void };

/** Why not, for whoever proposed it. */
export const RefuseDialog = ({ id, onClose }: Props) => {
  const t = useTexts('billing');
  const refuse = useWrite('POST /api/corrections/{id}/refuse', correctionPaths);
  const form = useForm({
    initial: { words: '' },
    save: ({ words }) => refuse.mutateAsync({ id, words }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('corrections.refuse')} size={440}>
      <Form form={form} submitLabel={t('corrections.refuse')} onCancel={onClose}>
        <Textarea
          {...form.text('words')}
          label={t('corrections.whyNot')}
          autosize
          minRows={2}
          data-autofocus
        />
      </Form>
    </Modal>
  );
};

/** What was posted is taken back by its opposite, once somebody approves that. */
export const ReverseDialog = ({ id, onClose }: Props) => {
  const t = useTexts('billing');
  const reasons = useReasons();
  const reverse = useWrite('POST /api/corrections/{id}/reverse', correctionPaths);
  const form = useForm<{ reasonId: string | null; words: string }, unknown>({
    initial: { reasonId: null, words: '' },
    save: ({ reasonId, words }) => reverse.mutateAsync({ id, reasonId: Number(reasonId), words }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('corrections.reverse')} size={440}>
      <Form form={form} submitLabel={t('corrections.propose')} onCancel={onClose}>
        <p className="dim">{t('corrections.reverseText')}</p>
        <Select
          {...form.value('reasonId')}
          label={t('corrections.reason')}
          data={reasons}
          required
        />
        <Textarea {...form.text('words')} label={t('corrections.words')} autosize minRows={2} />
      </Form>
    </Modal>
  );
};
