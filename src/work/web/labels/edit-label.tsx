import { Button, Modal, Select, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone, notifyProblem, undoToast } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../api.ts';
import { LabelDot } from './label-chip.tsx';
import { type LabelColor, labelColors } from './label-colors.ts';
import type { KeptLabel } from './label-list.tsx';
import css from './labels.module.css';
import { useLabels } from './use-labels.ts';

const Colors = (props: { value: LabelColor; onChange: (color: LabelColor) => void }) => {
  const t = useTexts('work');
  return (
    <div className={css.colors} role="radiogroup" aria-label={t('labels.color')}>
      {labelColors.map((color) => (
        <button
          key={color}
          type="button"
          role="radio"
          className={css.color}
          aria-checked={color === props.value}
          aria-label={t(`labels.colors.${color}`)}
          title={t(`labels.colors.${color}`)}
          onClick={() => props.onChange(color)}
        >
          <LabelDot color={color} />
        </button>
      ))}
    </div>
  );
};

export const NewLabel = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('work');
  const create = useWrite('POST /api/labels');
  const form = useForm<{ name: string; color: LabelColor }, unknown>({
    initial: { name: '', color: 'teal' },
    save: (values) => create.mutateAsync(values),
    onSaved: () => {
      notifyDone(t('labels.saved'));
      onClose();
    },
  });
  const { value, onChange } = form.value('color');
  return (
    <Modal opened onClose={onClose} title={t('labels.create')} size={420}>
      <Form form={form} submitLabel={t('labels.add')} onCancel={onClose} isGuarded={false}>
        <TextInput label={t('labels.name')} data-autofocus {...form.text('name')} />
        <Colors value={value} onChange={onChange} />
      </Form>
    </Modal>
  );
};

type Props = { label: KeptLabel; onClose: () => void };

export const EditLabel = ({ label, onClose }: Props) => {
  const t = useTexts('work');
  const change = useWrite('PUT /api/labels/{id}');
  const form = useForm<{ name: string; color: LabelColor }, unknown>({
    initial: { name: label.name, color: label.color },
    save: (values) => change.mutateAsync({ id: label.id, ...values }),
    onSaved: () => {
      notifyDone(t('labels.saved'));
      onClose();
    },
  });
  const { value, onChange } = form.value('color');
  return (
    <Modal opened onClose={onClose} title={label.name} size={420}>
      <Form
        form={form}
        onCancel={onClose}
        isGuarded={false}
        aside={<ArchiveButton label={label} onClose={onClose} />}
      >
        <TextInput label={t('labels.name')} data-autofocus {...form.text('name')} />
        <Colors value={value} onChange={onChange} />
        <MergeField label={label} onClose={onClose} />
      </Form>
    </Modal>
  );
};

/** Lets it be one with another, or be itself again. */
const MergeField = ({ label, onClose }: Props) => {
  const t = useTexts('work');
  const merge = useWrite('POST /api/labels/{id}/merge');
  const unmerge = useWrite('POST /api/labels/{id}/unmerge');
  const others = useLabels().filter(({ id }) => id !== label.id);
  const split = (): Promise<unknown> => unmerge.mutateAsync({ id: label.id });
  if (label.mergedInto) {
    const back = async (): Promise<void> => {
      await split();
      onClose();
    };
    return (
      <Button variant="default" onClick={() => void back().catch(notifyProblem)}>
        {t('labels.unmerge', label.mergedInto)}
      </Button>
    );
  }
  const into = async (intoId: number, name: string): Promise<void> => {
    await merge.mutateAsync({ id: label.id, intoId });
    onClose();
    undoToast({ text: t('labels.merged', { from: label.name, name }), undo: split });
  };
  return (
    <Select
      label={t('labels.merge')}
      description={t('labels.mergeHint')}
      placeholder={t('labels.mergeNone')}
      searchable
      data={others.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={null}
      onChange={(_, chosen) =>
        chosen && void into(Number(chosen.value), chosen.label).catch(notifyProblem)
      }
    />
  );
};

const ArchiveButton = ({ label, onClose }: Props) => {
  const t = useTexts('work');
  const change = useWrite('PUT /api/labels/{id}');
  const { id, name, isArchived } = label;
  const toggle = async (): Promise<void> => {
    await change.mutateAsync({ id, isArchived: !isArchived });
    onClose();
    if (isArchived) return;
    undoToast({
      text: t('labels.isArchived', { name }),
      undo: () => change.mutateAsync({ id, isArchived: false }),
    });
  };
  return (
    <Button variant="subtle" color="gray" onClick={() => void toggle().catch(notifyProblem)}>
      {t(isArchived ? 'attributes.restore' : 'attributes.archive')}
    </Button>
  );
};
