import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Checklist, useWrite } from '../client.ts';
import { emptySection, keptSections, sectionsOf, type SectionValues } from './checklist-values.ts';
import { SectionFields } from './section-fields.tsx';

type Values = { name: string; sections: SectionValues[]; isArchived: boolean };

const paths = ['/api/quality-checklists'];

/** Writes a checklist, or a new version of one: what was audited stays audited by its own. */
export const ChecklistDialog = (props: { checklist: Checklist | null; onClose: () => void }) => {
  const { checklist, onClose } = props;
  const t = useTexts('quality');
  const add = useWrite('POST /api/quality-checklists', paths);
  const change = useWrite('PUT /api/quality-checklists/{id}', paths);
  const form = useForm<Values, unknown>({
    initial: {
      name: checklist?.name ?? '',
      sections: sectionsOf(checklist),
      isArchived: checklist?.isArchived ?? false,
    },
    save: ({ name, sections, isArchived }) => {
      const kept = { name, sections: keptSections(sections) };
      if (!checklist) return add.mutateAsync(kept);
      const { id, version } = checklist;
      return change.mutateAsync({ ...kept, id, version, isArchived });
    },
    onSaved: () => {
      notifyDone(t('saved'));
      onClose();
    },
  });
  const { sections } = form.values;
  return (
    <Modal opened onClose={onClose} title={checklist?.name ?? t('checklists.add')} size={760}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('checklists.name')} required />
        {sections.map((section, at) => (
          <SectionFields
            key={section.id}
            section={section}
            number={at + 1}
            onChange={(next) => form.set('sections', sections.with(at, next))}
            {...(sections.length > 1
              ? { onRemove: () => form.set('sections', sections.toSpliced(at, 1)) }
              : {})}
          />
        ))}
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<Plus size={14} />}
            onClick={() => form.set('sections', [...sections, emptySection()])}
          >
            {t('checklists.addSection')}
          </Button>
        </div>
        {checklist ? (
          <Checkbox {...form.tick('isArchived')} label={t('checklists.archive')} />
        ) : null}
      </Form>
    </Modal>
  );
};
