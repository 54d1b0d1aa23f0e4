import { Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { TemplateText, useVariables } from '../../../work/web/index.tsx';
import { useWrite, type Macro } from '../client.ts';
import { ActionFields } from './action-fields.tsx';
import { bodyOf, type MacroValues, valuesOf } from './macro-values.ts';

const kinds = ['note', 'told', 'reply'] as const;

/** A macro, new or to be changed; what is left empty stays as it is on the ticket. */
export const EditMacro = ({ macro, onClose }: { macro: Macro | null; onClose: () => void }) => {
  const t = useTexts('tickets');
  const words = useVariables();
  const create = useWrite('POST /api/ticket-macros');
  const change = useWrite('PUT /api/ticket-macros/{id}');
  const form = useForm<MacroValues, unknown>({
    initial: { ...valuesOf(macro), note: words.shown(macro?.note ?? '') },
    save: (values) => {
      const body = bodyOf(macro, { ...values, note: words.kept(values.note) });
      if (!macro) return create.mutateAsync(body);
      return change.mutateAsync({ id: macro.id, isArchived: values.isArchived, ...body });
    },
    onSaved: onClose,
  });
  const worded = <Value extends string>(group: string, values: readonly Value[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <Modal opened onClose={onClose} title={macro?.name ?? t('macros.create')} size={520}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('categories.name')} data-autofocus />
        <ActionFields {...form.value('actions')} />
        <Checkbox {...form.tick('takes')} label={t('macros.takes')} />
        <Select
          {...form.value('noteKind')}
          label={t('notes.kind')}
          allowDeselect={false}
          data={worded('notes.kinds', kinds)}
          onChange={(kind) => kind && form.set('noteKind', kind)}
        />
        <TemplateText
          label={t('macros.note')}
          description={t('macros.noteHint')}
          input={form.text('note')}
          onText={(note) => form.set('note', note)}
          variables={words.variables}
        />
        {macro ? <Checkbox {...form.tick('isArchived')} label={t('macros.archived')} /> : null}
      </Form>
    </Modal>
  );
};
