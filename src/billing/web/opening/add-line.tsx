import { Modal, Select, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { servicePaths, useWrite } from '../client.ts';
import type { DialogProps } from '../service/pause-dialog.tsx';

const kinds = ['internet', 'tv', 'phone', 'mobile'] as const;
type Values = {
  kind: (typeof kinds)[number] | null;
  login: string;
  ip: string;
  mac: string;
  number: string;
};

/** Adds a line by which the account is served. */
export const AddLine = ({ accountId, onClose }: DialogProps) => {
  const t = useTexts('billing');
  const add = useWrite('POST /api/accounts/{id}/lines', servicePaths);
  const form = useForm<Values, unknown>({
    initial: { kind: 'internet', login: '', ip: '', mac: '', number: '' },
    save: ({ kind, ...rest }) => {
      const known = Object.entries(rest).filter(([, value]) => value !== '');
      return add.mutateAsync({
        id: accountId,
        kind: kind ?? 'internet',
        ...Object.fromEntries(known),
      });
    },
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('opening.addLine')} size={420}>
      <Form form={form} onCancel={onClose} submitLabel={t('opening.addLine')}>
        <Select
          {...form.value('kind')}
          label={t('opening.kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`choices.line.${kind}`) }))}
          allowDeselect={false}
        />
        <TextInput {...form.text('login')} label={t('opening.login')} data-autofocus />
        <TextInput {...form.text('ip')} label="IP" />
        <TextInput {...form.text('mac')} label="MAC" />
        <TextInput {...form.text('number')} label={t('opening.number')} />
      </Form>
    </Modal>
  );
};
