import { Button, Modal } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { majorOf, minorOf } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Limits, useRead, useWrite } from './client.ts';

const paths = ['/api/play-settings'];

/** Opens what limits all plays together. */
export const LimitsButton = () => {
  const t = useTexts('retention');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<SlidersHorizontal size={14} />}
        onClick={() => setOpen(true)}
      >
        {t('plays.limits.title')}
      </Button>
      {isOpen ? <LimitsDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
};

const LimitsDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('retention');
  const { data } = useRead('GET /api/play-settings');
  return (
    <Modal opened onClose={onClose} title={t('plays.limits.title')} size={460}>
      {data ? <LimitsForm key={data.version} limits={data} onClose={onClose} /> : null}
    </Modal>
  );
};

const names = ['contactDays', 'mostContacts', 'callsPerDay', 'callsFrom', 'callsTo'] as const;
type Name = (typeof names)[number] | 'returnedDays' | 'contact';
type Values = Record<Name, number | undefined>;

const LimitsForm = ({ limits, onClose }: { limits: Limits; onClose: () => void }) => {
  const t = useTexts('retention');
  const change = useWrite('PUT /api/play-settings', paths);
  const { currency, version, contactMinor, ...numbers } = limits;
  const form = useForm<Values, unknown>({
    initial: { ...numbers, contact: majorOf(contactMinor, currency) },
    save: ({ contact = 0, ...values }) =>
      change.mutateAsync({
        ...numbers,
        ...values,
        contactMinor: minorOf(contact, currency),
        version,
      } as Parameters<typeof change.mutateAsync>[0]),
    onSaved: onClose,
  });
  const field = (name: Name) => (
    <NumberField {...form.value(name)} label={t(`plays.limits.${name}`)} required />
  );
  return (
    <Form form={form} onCancel={onClose} isGuarded={false}>
      <p className="dim">{t('plays.limits.hint')}</p>
      <FormRow>
        {field('mostContacts')}
        {field('contactDays')}
      </FormRow>
      <FormRow>
        {field('callsPerDay')}
        {field('contact')}
      </FormRow>
      <FormRow>
        {field('callsFrom')}
        {field('callsTo')}
      </FormRow>
      {field('returnedDays')}
    </Form>
  );
};
