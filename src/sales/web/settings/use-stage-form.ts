import { useCalendars } from '../../../norms/web/index.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { randomId } from '../../../ui/random-id.ts';
import { type EntryAction, type Pipeline, settingsPaths, type Stage, useWrite } from '../client.ts';

/** An action in the form, with what it is told apart by. */
export type EntryDraft = EntryAction & { key: string };

type Values = {
  name: string;
  probability: number | undefined;
  requiredFields: string[];
  limitHours: number | undefined;
  calendarId: string | null;
  entry: EntryDraft[];
  isArchived: boolean;
  dealsToStageId: string | null;
};

const HOUR_SECONDS = 3600;

const valuesOf = (stage: Stage | null): Values => ({
  name: stage?.name ?? '',
  probability: stage?.probability ?? 50,
  requiredFields: stage?.requiredFields ?? [],
  limitHours: stage?.limitSeconds ? stage.limitSeconds / HOUR_SECONDS : undefined,
  calendarId: stage?.calendarId ? String(stage.calendarId) : null,
  entry: (stage?.entry ?? []).map((action) => ({ ...action, key: randomId() })),
  isArchived: stage?.isArchived ?? false,
  dealsToStageId: null,
});

/** Holds a stage, new or to be changed; a limit without a calendar goes by the first one. */
export const useStageForm = (pipeline: Pipeline, stage: Stage | null, onSaved: () => void) => {
  const calendars = useCalendars();
  const add = useWrite('POST /api/pipelines/{id}/stages', settingsPaths);
  const change = useWrite('PUT /api/pipeline-stages/{id}', settingsPaths);
  return useForm<Values, unknown>({
    initial: valuesOf(stage),
    save: ({ limitHours, calendarId, isArchived, dealsToStageId: to, ...values }) => {
      const limitSeconds = limitHours ? Math.round(limitHours * HOUR_SECONDS) : null;
      const fields = {
        name: values.name,
        probability: values.probability ?? 0,
        requiredFields: values.requiredFields as Stage['requiredFields'],
        limitSeconds,
        entry: values.entry.map(({ key: _key, ...action }) => action),
        calendarId: limitSeconds === null ? null : Number(calendarId ?? calendars[0]?.id),
      };
      if (!stage) return add.mutateAsync({ id: pipeline.id, ...fields });
      const dealsToStageId = to === null ? null : Number(to);
      return change.mutateAsync({ id: stage.id, ...fields, isArchived, dealsToStageId });
    },
    onSaved,
  });
};
