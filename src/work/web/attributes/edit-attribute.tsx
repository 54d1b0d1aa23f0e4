import { Button, Modal, Select, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone, notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../api.ts';
import { type Attribute, type AttributeType, attributeTypes } from './attribute.ts';
import { AttributeFields, type Values } from './attribute-fields.tsx';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

type NewProps = { entity: string; onClose: () => void };

export const NewAttribute = ({ entity, onClose }: NewProps) => {
  const t = useTexts('work');
  const create = useWrite('POST /api/attributes');
  const form = useForm<Values & { type: AttributeType }, unknown>({
    initial: { label: '', type: 'text', choices: '', isFast: false },
    save: ({ label, type, choices, isFast }) =>
      create.mutateAsync({ entity, label, type, isFast, choices: linesOf(choices) }),
    onSaved: () => {
      notifyDone(t('attributes.saved'));
      onClose();
    },
  });
  const { value, onChange } = form.value('type');
  return (
    <Modal opened onClose={onClose} title={t('attributes.create')} size={460}>
      <Form form={form} submitLabel={t('attributes.add')} onCancel={onClose} isGuarded={false}>
        <TextInput label={t('attributes.label')} data-autofocus {...form.text('label')} />
        <Select
          label={t('attributes.typeLabel')}
          description={t('attributes.typeHint')}
          allowDeselect={false}
          data={attributeTypes.map((one) => ({ value: one, label: t(`attributes.type.${one}`) }))}
          value={value}
          onChange={(type) => onChange(type ?? 'text')}
        />
        <AttributeFields form={form} type={value} />
      </Form>
    </Modal>
  );
};

type EditProps = { attribute: Attribute; onClose: () => void };

export const EditAttribute = ({ attribute, onClose }: EditProps) => {
  const t = useTexts('work');
  const { id, type } = attribute;
  const change = useWrite('PUT /api/attributes/{id}');
  const form = useForm<Values, unknown>({
    initial: {
      label: attribute.label,
      choices: attribute.choices.join('\n'),
      isFast: attribute.isFast,
    },
    save: ({ label, choices, isFast }) =>
      change.mutateAsync({ id, label, isFast, choices: linesOf(choices) }),
    onSaved: () => {
      notifyDone(t('attributes.saved'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={attribute.label} size={460}>
      <Form
        form={form}
        onCancel={onClose}
        isGuarded={false}
        aside={<ArchiveButton attribute={attribute} onClose={onClose} />}
      >
        <TextInput label={t('attributes.label')} data-autofocus {...form.text('label')} />
        <AttributeFields form={form} type={type} />
      </Form>
    </Modal>
  );
};

const ArchiveButton = ({ attribute, onClose }: EditProps) => {
  const t = useTexts('work');
  const change = useWrite('PUT /api/attributes/{id}');
  const { id, label, isArchived } = attribute;
  const toggle = async (): Promise<void> => {
    await change.mutateAsync({ id, isArchived: !isArchived });
    onClose();
    if (isArchived) return;
    undoToast({
      text: t('attributes.isArchived', { label }),
      undo: () => change.mutateAsync({ id, isArchived: false }),
    });
  };
  return (
    <Button variant="subtle" color="gray" onClick={() => void toggle().catch(notifyProblem)}>
      {t(isArchived ? 'attributes.restore' : 'attributes.archive')}
    </Button>
  );
};
