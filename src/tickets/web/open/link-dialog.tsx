import { Modal, Select, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { linkKinds } from '../../api/states.ts';
import { ticketPaths, useWrite, type Ticket } from '../client.ts';

const choices = [...linkKinds, 'merge'] as const;
type Values = { how: (typeof choices)[number]; number: string };

/** Says what the ticket has to do with another, or makes the other a part of it. */
export const LinkDialog = ({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) => {
  const t = useTexts('tickets');
  const link = useWrite('POST /api/tickets/{id}/links', ticketPaths);
  const merge = useWrite('POST /api/tickets/{id}/merge', ticketPaths);
  const unmerge = useWrite('POST /api/tickets/{id}/unmerge', ticketPaths);
  const { id } = ticket;
  const form = useForm<Values, unknown>({
    initial: { how: 'duplicate_of', number: '' },
    save: async ({ how, number }) => {
      const otherId = Number(number.replaceAll(/\D/g, ''));
      if (how !== 'merge') return link.mutateAsync({ id, otherId, kind: how });
      await merge.mutateAsync({ id, fromId: otherId });
      const undo = () => unmerge.mutateAsync({ id: otherId });
      return undoToast({ text: t('links.merged'), undo });
    },
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('links.add')} size={420}>
      <Form form={form} onCancel={onClose}>
        <Select
          {...form.value('how')}
          label={t('links.how')}
          allowDeselect={false}
          data={choices.map((value) => ({ value, label: t(`links.choices.${value}`) }))}
          onChange={(value) => value && form.set('how', value)}
        />
        <TextInput
          {...form.text('number')}
          label={t('links.number')}
          inputMode="numeric"
          data-autofocus
        />
      </Form>
    </Modal>
  );
};
