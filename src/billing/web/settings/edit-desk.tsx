import { Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useOwners } from '../../../staff/web/index.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite, type CashDesk } from '../client.ts';

type Props = { desk: CashDesk | null; onClose: () => void };
type Values = { name: string; place: string; teamId: string | null; isEnabled: boolean };

/** A cash desk, new or to be changed. */
export const EditDesk = ({ desk, onClose }: Props) => {
  const t = useTexts('billing');
  const { teams } = useOwners();
  const paths = ['/api/cash', '/api/payment-sources', '/api/payments'];
  const add = useWrite('POST /api/cash-desks', paths);
  const change = useWrite('PUT /api/cash-desks/{id}', paths);
  const form = useForm<Values, unknown>({
    initial: {
      name: desk?.name ?? '',
      place: desk?.place ?? '',
      teamId: desk?.teamId == null ? null : String(desk.teamId),
      isEnabled: desk?.isEnabled ?? true,
    },
    save: ({ teamId, ...values }) => {
      const fields = { ...values, teamId: teamId === null ? null : Number(teamId) };
      return desk
        ? change.mutateAsync({ id: desk.id, version: desk.version, ...fields })
        : add.mutateAsync(fields);
    },
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={desk?.name ?? t('desks.add')} size={480}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('desks.name')} data-autofocus />
        <TextInput {...form.text('place')} label={t('desks.place')} />
        <Select
          {...form.value('teamId')}
          label={t('desks.team')}
          placeholder={t('desks.anyTeam')}
          clearable
          data={teams}
        />
        <Checkbox {...form.tick('isEnabled')} label={t('desks.isEnabled')} />
      </Form>
    </Modal>
  );
};
