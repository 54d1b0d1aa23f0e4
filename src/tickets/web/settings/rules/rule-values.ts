import type { InputOf } from '../../../../ui/call.ts';
import type { Condition } from '../../../../ui/table/contract.ts';
import type { api } from '../../../api.ts';
import { isStay, type Moment } from '../../../api/moments.ts';
import type { Rule } from '../../client.ts';
import { actionsOf, type ActionValues, fieldsOf } from '../action-values.ts';

const HOUR_SECONDS = 3600;

/** A rule as its form holds it. */
export type RuleValues = {
  name: string;
  moment: Moment;
  afterHours: number | undefined;
  calendarId: string | null;
  condition: Condition | undefined;
  actions: ActionValues;
  note: string;
  noteKind: Rule['noteKind'];
  watcherIds: string[];
};

export const valuesOf = (rule: Rule | null): RuleValues => ({
  name: rule?.name ?? '',
  moment: rule?.moment ?? 'opened',
  afterHours: rule && rule.afterSeconds > 0 ? rule.afterSeconds / HOUR_SECONDS : 24,
  calendarId: rule?.calendarId ? String(rule.calendarId) : null,
  condition: rule?.condition ?? undefined,
  actions: actionsOf(rule?.fields ?? {}),
  note: rule?.note ?? '',
  noteKind: rule?.noteKind ?? 'note',
  watcherIds: (rule?.watcherIds ?? []).map(String),
});

type Body = InputOf<typeof api, 'POST /api/ticket-rules'>;

/** The values as the routes take them. */
export const bodyOf = (rule: Rule | null, values: RuleValues): Body => {
  const { name, moment, afterHours = 0, calendarId, condition, actions, note } = values;
  const lasts = isStay(moment);
  return {
    name,
    moment,
    afterSeconds: lasts ? Math.round(afterHours * HOUR_SECONDS) : 0,
    calendarId: lasts && calendarId !== null ? Number(calendarId) : null,
    condition: condition ?? null,
    fields: fieldsOf(actions, rule?.fields ?? {}),
    note,
    noteKind: values.noteKind,
    watcherIds: values.watcherIds.map(Number),
  };
};
