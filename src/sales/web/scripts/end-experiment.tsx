import { Modal, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Experiment, type Script, useWrite } from '../client.ts';

type Props = {
  script: Script;
  experiment: Experiment;
  onClose: () => void;
  onDone: () => void;
};
type Values = { reason: string; goOnWith: 'first' | 'second' };

/** Why it is stopped, and with which version sales go on. */
export const EndExperiment = ({ script, experiment, onClose, onDone }: Props) => {
  const t = useTexts('sales');
  const end = useWrite('POST /api/sale-scripts/{id}/experiments/{experimentId}/end', [
    '/api/sale-scripts',
  ]);
  const form = useForm<Values, unknown>({
    initial: { reason: '', goOnWith: 'first' },
    save: (values) =>
      end.mutateAsync({
        id: script.id,
        version: script.version,
        experimentId: experiment.id,
        ...values,
      }),
    onSaved: onDone,
  });
  return (
    <Modal opened onClose={onClose} title={t('experiments.end')} size={480}>
      <Form form={form} onCancel={onClose} isGuarded={false} submitLabel={t('experiments.stop')}>
        {experiment.shares ? null : <p>{t('experiments.tooEarly')}</p>}
        <Textarea
          {...form.text('reason')}
          label={t('experiments.reason')}
          required
          autosize
          minRows={2}
          data-autofocus
        />
        <div>
          <p className="dim">{t('experiments.goOnWith')}</p>
          <Segmented
            {...form.value('goOnWith')}
            label={t('experiments.goOnWith')}
            options={(['first', 'second'] as const).map((value) => ({
              value,
              label: t('scripts.version', { number: experiment[value].number }),
            }))}
          />
        </div>
      </Form>
    </Modal>
  );
};
