import { Checkbox, Modal, MultiSelect, Select, TextInput } from '@mantine/core';
import { useCalendars } from '../../../norms/web/index.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { requirable } from '../../pipelines/requirable.ts';
import type { Pipeline, Stage } from '../client.ts';
import { DealsTo } from './deals-to.tsx';
import { EntryFields } from './entry-fields.tsx';
import { useStageForm } from './use-stage-form.ts';

type Props = {
  pipeline: Pipeline;
  stage: Stage | null;
  all: readonly Pipeline[];
  onClose: () => void;
};

/** What a stage asks for, promises and does. */
export const EditStage = ({ pipeline, stage, all, onClose }: Props) => {
  const t = useTexts('sales');
  const calendars = useCalendars();
  const form = useStageForm(pipeline, stage, onClose);
  const isLeaving = form.values.isArchived && stage?.isArchived === false;
  return (
    <Modal opened onClose={onClose} title={stage?.name ?? t('settings.addStage')} size={520}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <TextInput {...form.text('name')} label={t('settings.name')} data-autofocus />
        <NumberField {...form.value('probability')} label={t('settings.probability')} />
        <MultiSelect
          {...form.value('requiredFields')}
          label={t('settings.required')}
          description={t('settings.requiredHint')}
          data={requirable.map((value) => ({ value, label: t(`fields.${value}`) }))}
        />
        <FormRow>
          <NumberField {...form.value('limitHours')} label={t('settings.limit')} />
          <Select
            {...form.value('calendarId')}
            label={t('settings.calendar')}
            placeholder={calendars[0]?.name ?? ''}
            clearable
            data={calendars.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        </FormRow>
        <EntryFields
          entry={form.values.entry}
          firstCalendarId={calendars[0]?.id ?? 0}
          onChange={(entry) => form.set('entry', entry)}
        />
        {stage ? (
          <Checkbox {...form.tick('isArchived')} label={t('settings.archiveStage')} />
        ) : null}
        {isLeaving && stage ? (
          <DealsTo {...form.value('dealsToStageId')} all={all} leaving={[stage.id]} />
        ) : null}
      </Form>
    </Modal>
  );
};
