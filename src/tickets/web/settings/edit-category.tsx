import { Modal, Select, TextInput } from '@mantine/core';
import { useOwners } from '../../../staff/web/index.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { priorities } from '../../api/states.ts';
import { useWrite, type Category } from '../client.ts';

type Values = { name: string; priority: Category['priority']; teamId: string | null };

/** A category, new or to be changed. */
export const EditCategory = (props: { category: Category | null; onClose: () => void }) => {
  const t = useTexts('tickets');
  const { category, onClose } = props;
  const { teams } = useOwners();
  const create = useWrite('POST /api/ticket-categories');
  const change = useWrite('PUT /api/ticket-categories/{id}');
  const form = useForm<Values, unknown>({
    initial: {
      name: category?.name ?? '',
      priority: category?.priority ?? 'normal',
      teamId: category?.teamId ? String(category.teamId) : null,
    },
    save: ({ name, priority, teamId }) => {
      const fields = { name, priority, teamId: teamId === null ? null : Number(teamId) };
      if (!category) return create.mutateAsync(fields);
      return change.mutateAsync({ id: category.id, isArchived: category.isArchived, ...fields });
    },
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={category?.name ?? t('categories.create')} size={440}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('categories.name')} data-autofocus />
        <Select
          label={t('fields.priority')}
          allowDeselect={false}
          data={priorities.map((value) => ({ value, label: t(`choices.priority.${value}`) }))}
          value={form.values.priority}
          onChange={(value) => value && form.set('priority', value)}
        />
        <Select {...form.value('teamId')} label={t('fields.teamId')} clearable data={teams} />
      </Form>
    </Modal>
  );
};
