import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type TrialSettings, useRead, useWrite } from '../plan/client.ts';

/** From how many extras are withheld so that their effect is seen, and what never is. */
export const TrialPart = () => {
  const t = useTexts('retention');
  const { data } = useRead('GET /api/trial-settings');
  const [isOpen, setOpen] = useState(false);
  if (!data) return null;
  return (
    <section aria-label={t('trial.title')}>
      <h2>{t('trial.title')}</h2>
      <p>{t('trial.rule', { control: data.controlPerMille, hold: data.holdPercent })}</p>
      <p className="dim">{t('trial.never')}</p>
      <Button size="xs" onClick={() => setOpen(true)}>
        {t('trial.change')}
      </Button>
      {isOpen ? <TrialDialog settings={data} onClose={() => setOpen(false)} /> : null}
    </section>
  );
};

type Values = Record<'controlPerMille' | 'holdPercent' | 'cooldownDays', number | undefined>;

const TrialDialog = (props: { settings: TrialSettings; onClose: () => void }) => {
  const { settings, onClose } = props;
  const t = useTexts('retention');
  const change = useWrite('PUT /api/trial-settings', ['/api/trial-settings', '/api/care-plan']);
  const { controlPerMille, holdPercent, cooldownDays, version } = settings;
  const form = useForm<Values, unknown>({
    initial: { controlPerMille, holdPercent, cooldownDays },
    save: ({ controlPerMille: control = 0, holdPercent: hold = 0, cooldownDays: days = 0 }) =>
      change.mutateAsync({
        controlPerMille: control,
        holdPercent: hold,
        cooldownDays: days,
        version,
      }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('trial.title')} size={420}>
      <Form form={form} onCancel={onClose}>
        <NumberField {...form.value('controlPerMille')} label={t('trial.control')} required />
        <NumberField {...form.value('holdPercent')} label={t('trial.hold')} required />
        <NumberField {...form.value('cooldownDays')} label={t('trial.cooldown')} required />
      </Form>
    </Modal>
  );
};
