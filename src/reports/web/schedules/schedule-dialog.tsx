import { Checkbox, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { useColleagues } from '../../../staff/web/index.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { NamedMany } from '../../../ui/form/named-many.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { reportFormats } from '../../papers/kinds.ts';
import { type Planned, type Schedule, useWrite } from '../client.ts';
import { TimingFields, type Values } from './timing-fields.tsx';
import { useAskWords } from './use-ask-words.ts';

type Props = { ask: Planned; schedule: Schedule | null; onClose: () => void };

/** When a report leaves, as what, and to whom. */
export const ScheduleDialog = ({ ask, schedule, onClose }: Props) => {
  const t = useTexts('reports');
  const askWords = useAskWords();
  const [query, setQuery] = useState('');
  const found = useColleagues(query);
  const add = useWrite('POST /api/report-schedules');
  const change = useWrite('PUT /api/report-schedules/{id}');
  const form = useForm<Values, unknown>({
    initial: {
      ...timingOf(schedule),
      format: schedule?.format ?? 'xlsx',
      staffIds: (schedule?.people ?? []).map(({ id }) => String(id)),
      isOn: schedule?.isOn ?? true,
    },
    save: ({ day, hour, staffIds, ...values }): Promise<unknown> => {
      const given = {
        ...values,
        ask,
        day: values.rhythm === 'day' ? 1 : Number(day),
        hour: Number(hour),
        staffIds: staffIds.map(Number),
      };
      const { id, version } = schedule ?? {};
      return id === undefined || version === undefined
        ? add.mutateAsync(given)
        : change.mutateAsync({ id, version, ...given });
    },
    onSaved: () => {
      notifyDone(t('schedules.saved'));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={askWords(ask)} size={520}>
      <Form form={form} onCancel={onClose} isGuarded={false}>
        <TimingFields form={form} />
        <Select
          {...form.value('format')}
          label={t('schedules.format')}
          allowDeselect={false}
          data={reportFormats.map((value) => ({ value, label: t(`papers.formats.${value}`) }))}
          onChange={(value) => value && form.set('format', value)}
        />
        <NamedMany
          label={t('schedules.people')}
          description={t('schedules.peopleHint')}
          known={schedule?.people ?? []}
          found={found}
          onSearch={setQuery}
          {...form.value('staffIds')}
        />
        {schedule ? <Checkbox {...form.tick('isOn')} label={t('schedules.isOn')} /> : null}
      </Form>
    </Modal>
  );
};

const timingOf = (schedule: Schedule | null): Pick<Values, 'rhythm' | 'day' | 'hour'> => ({
  rhythm: schedule?.rhythm ?? 'month',
  day: String(schedule?.day ?? 1),
  hour: String(schedule?.hour ?? 8),
});
