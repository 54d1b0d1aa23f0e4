import { DoorOpen, Heart, PhoneCall, UserRound } from 'lucide-react';
import { formatDay, formatNo } from '../../ui/format.ts';
import { textIn } from '../../ui/texts.ts';
import type { TimelineWord } from '../../ui/timeline/words.ts';

const step = (name: string, more: Partial<TimelineWord> = {}): Record<string, TimelineWord> => ({
  [`retention.${name}`]: {
    icon: Heart,
    kind: 'cases',
    textKey: `retention:timeline.${name}`,
    pathOf: ({ subjectId }) => `/cases/${subjectId}`,
    values: ({ subjectId, facts }) => ({ ...facts, number: formatNo(subjectId) }),
    ...more,
  },
});

const task = (name: string, more: Partial<TimelineWord> = {}): Record<string, TimelineWord> =>
  step(`play_task_${name}`, {
    icon: PhoneCall,
    pathOf: ({ subjectId }) => `/conversations/tasks/play-${subjectId}`,
    ...more,
  });

/** What was written before tasks had numbers is about the list. */
const careTask: TimelineWord['pathOf'] = ({ subjectKind, subjectId }) =>
  subjectKind === 'care_task' ? `/conversations/tasks/care-${subjectId}` : '/retention/lists';

const dated: TimelineWord['values'] = ({ facts }) => ({ on: formatDay(String(facts['endsOn'])) });

/** How wishes to leave read on a subscriber's timeline. */
export const words: Record<string, TimelineWord> = {
  ...step('case_opened', { tone: 'red' }),
  ...step('wish_joined', { tone: 'red' }),
  ...step('wish_moved'),
  ...task('made'),
  ...task('taken'),
  ...task('tried'),
  ...task('done', {
    values: ({ facts }) => ({
      ...facts,
      outcome: textIn('retention')(`tasks.outcomes.${String(facts['outcome'])}`),
    }),
  }),
  ...task('reopened'),
  ...step('cases_joined'),
  ...step('cases_parted'),
  ...step('case_late', { tone: 'red' }),
  ...step('notice_due', { icon: DoorOpen, tone: 'red' }),
  ...step('reason_given'),
  ...step('case_assigned', { icon: UserRound }),
  ...step('call_planned', { icon: PhoneCall }),
  ...step('spoken', { icon: PhoneCall }),
  ...step('mood_marked'),
  ...step('case_closed', {
    values: ({ subjectId, facts }) => ({
      number: formatNo(subjectId),
      outcome: textIn('retention')(`choices.outcome.${String(facts['outcome'])}`),
    }),
  }),
  ...step('case_reopened'),
  ...step('care_taken', { icon: PhoneCall, pathOf: careTask }),
  ...step('care_done', {
    icon: PhoneCall,
    pathOf: careTask,
    values: ({ facts }) => ({
      list: facts['list'],
      outcome: textIn('retention')(`lists.outcomes.${String(facts['outcome'])}`),
    }),
  }),
  ...step('care_reopened', { icon: PhoneCall, pathOf: careTask }),
  ...step('offer_taken', { tone: 'green' }),
  ...step('offer_refused'),
  ...step('offer_undone'),
  ...step('exit_accepted', { icon: DoorOpen, tone: 'red', values: dated }),
  ...step('exit_withdrawn', { icon: DoorOpen }),
  ...step('exit_stuck', { icon: DoorOpen, tone: 'red' }),
  ...step('equipment_noted'),
  ...step('notice_decided', {
    icon: DoorOpen,
    values: ({ facts }) => ({
      decision: textIn('retention')(`notice.decisions.${String(facts['decision'])}`),
    }),
  }),
};
