import { Crown, Gift } from 'lucide-react';
import { formatDay } from '../../ui/format.ts';
import { textIn } from '../../ui/texts.ts';
import type { TimelineWord } from '../../ui/timeline/words.ts';

const step = (name: string, more: Partial<TimelineWord> = {}): Record<string, TimelineWord> => ({
  [`vip.${name}`]: {
    icon: Crown,
    kind: 'vip',
    textKey: `vip:timeline.${name}`,
    pathOf: ({ subjectId }) => `/vip/clients/${subjectId}`,
    values: ({ facts }) => facts,
    ...more,
  },
});

const tiered: TimelineWord['values'] = ({ facts }) => ({
  tier: textIn('vip')(`choices.tier.${String(facts['tier'])}`),
});
const gift = (name: string, more: Partial<TimelineWord> = {}): Record<string, TimelineWord> =>
  step(`gift_${name}`, { icon: Gift, pathOf: () => '/vip/gifts', ...more });

const groupPath: TimelineWord['pathOf'] = ({ subjectId }) => `/vip/groups/${subjectId}`;
const dayIn = (facts: Record<string, unknown>, key: string): string =>
  formatDay(String(facts[key]));

/** Individual terms: what kind they are of. */
const agreed = (name: string, more: Partial<TimelineWord> = {}): Record<string, TimelineWord> => ({
  [`vip.terms_${name}`]: {
    icon: Crown,
    kind: 'vip',
    textKey: `vip:timeline.terms_${name}`,
    values: ({ facts }) => ({ kind: textIn('vip')(`terms.kinds.${String(facts['kind'])}`) }),
    ...more,
  },
});
const guest = (name: string, more: Partial<TimelineWord> = {}): Record<string, TimelineWord> =>
  step(`guest_${name}`, {
    pathOf: ({ facts }) => `/vip/events/${String(facts['eventId'])}`,
    ...more,
  });

/** The facts with one of them in words. */
const worded =
  (key: string, texts: string): TimelineWord['values'] =>
  ({ facts }) => ({ ...facts, [key]: textIn('vip')(`${texts}.${String(facts[key])}`) });

/** How the programme reads on a subscriber's timeline. */
export const words: Record<string, TimelineWord> = {
  ...step('admitted', { tone: 'gold', values: tiered }),
  ...step('tier_changed', { tone: 'gold', values: tiered }),
  ...step('dropping', {
    tone: 'red',
    values: ({ facts }) => ({ on: formatDay(String(facts['on'])) }),
  }),
  ...step('dropped'),
  ...step('stays'),
  ...step('client_given'),
  ...step('client_described'),
  ...step('override_asked'),
  ...step('override_decided'),
  ...step('escalated', { tone: 'amber', pathOf: () => '/vip' }),
  ...step('escalation_answered', { pathOf: () => '/vip' }),
  ...step('answer_late', { tone: 'red', pathOf: () => '/vip' }),
  ...step('occasion_added'),
  ...step('occasion_changed'),
  ...step('occasion_removed'),
  ...step('greeted'),
  ...step('line_ticked'),
  ...step('line_unticked'),
  ...step('playbook_begun'),
  ...step('playbook_stepped'),
  ...step('playbook_ended', {
    values: ({ facts }) => ({
      playbook: facts['playbook'],
      outcome: textIn('vip')(`playbookOutcomes.${String(facts['outcome'])}`),
    }),
  }),
  ...agreed('proposed'),
  ...agreed('half_approved'),
  ...agreed('approved', { tone: 'green' }),
  ...agreed('refused'),
  ...agreed('ended'),
  ...agreed('ending', { tone: 'amber' }),
  ...step('group_joined', {
    pathOf: groupPath,
    values: ({ facts }) => ({ on: dayIn(facts, 'on') }),
  }),
  ...step('group_left', { pathOf: groupPath, values: ({ facts }) => ({ on: dayIn(facts, 'on') }) }),
  ...step('group_statement_taken', {
    pathOf: groupPath,
    values: ({ facts }) => ({ from: dayIn(facts, 'from'), to: dayIn(facts, 'to') }),
  }),
  ...guest('invited'),
  ...guest('told'),
  ...guest('answered', { values: worded('answer', 'guestStates') }),
  ...guest('seated'),
  ...guest('came', { tone: 'green' }),
  ...guest('missed'),
  ...guest('awarded', { tone: 'gold', values: worded('prize', 'prizes') }),
  ...guest('undone', { values: worded('what', 'guestDeeds') }),
  ...gift('planned'),
  ...gift('half_approved'),
  ...gift('approved'),
  ...gift('refused'),
  ...gift('cancelled'),
  ...gift('delivered', { tone: 'green' }),
  ...gift('undelivered'),
  ...gift('left_open', { tone: 'red' }),
  ...gift('taken', {
    values: ({ facts }) => ({
      reaction: textIn('vip')(`reactions.${String(facts['reaction'])}`),
    }),
  }),
};
