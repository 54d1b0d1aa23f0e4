import { Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { currentLanguage } from '../../../ui/language.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useWrite } from '../api.ts';
import { DeleteTemplate } from './delete-template.tsx';
import { keptText, shownText } from './template-words.ts';
import { TemplateText } from './template-text.tsx';
import type { Template } from './use-templates.ts';

type Props = { template: Template | null; variables: readonly string[]; onClose: () => void };
type Values = { name: string; text: string; language: 'ru' | 'en'; isShared: boolean };

const languages = [
  { value: 'ru', label: 'RU' },
  { value: 'en', label: 'EN' },
] as const;

export const EditTemplate = ({ template, variables, onClose }: Props) => {
  const t = useTexts('work');
  const may = useMay();
  const create = useWrite('POST /api/templates');
  const change = useWrite('PUT /api/templates/{id}', ['/api/templates']);
  const form = useForm<Values, unknown>({
    initial: {
      name: template?.name ?? '',
      text: shownText(template?.text ?? '', variables, t),
      language: template?.language ?? currentLanguage(),
      isShared: template?.isShared ?? false,
    },
    save: (values) => {
      const given = { ...values, text: keptText(values.text, variables, t) };
      return template
        ? change.mutateAsync({ id: template.id, ...given })
        : create.mutateAsync(given);
    },
    onSaved: () => {
      notifyDone(t('templates.saved'));
      onClose();
    },
  });
  const isOwn = template?.isOwn ?? true;
  const language = form.value('language');
  return (
    <Modal opened onClose={onClose} title={template?.name ?? t('templates.create')} size={560}>
      <Form
        form={form}
        onCancel={onClose}
        isGuarded={false}
        aside={template?.isOwn ? <DeleteTemplate template={template} onClose={onClose} /> : null}
      >
        <TextInput
          label={t('templates.name')}
          data-autofocus
          readOnly={!isOwn}
          {...form.text('name')}
        />
        <TemplateText
          label={t('templates.text')}
          description={t('templates.textHint')}
          input={form.text('text')}
          onText={(text) => form.set('text', text)}
          variables={variables}
          isReadOnly={!isOwn}
        />
        <Select
          label={t('templates.language')}
          allowDeselect={false}
          data={languages}
          value={language.value}
          onChange={(chosen) => language.onChange(chosen ?? 'ru')}
        />
        {may('work.share_templates') ? (
          <Checkbox
            label={t('templates.share')}
            description={t('templates.shareHint')}
            {...form.tick('isShared')}
          />
        ) : null}
      </Form>
    </Modal>
  );
};
