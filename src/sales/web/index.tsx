import { BadgePercent } from 'lucide-react';
import { personSections } from '../../conversations/web/index.tsx';
import { settingsPages } from '../../staff/web/index.tsx';
import { fill, fillWith, later } from '../../ui/slot.tsx';
import { textIn } from '../../ui/texts.ts';
import { timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';

const permission = 'sales.pitches';
const entry = { labelKey: 'sales:pitches.title', icon: BadgePercent, permission } as const;

export const web = defineWeb({
  domain: 'sales',
  routes: [{ path: '/settings/pitches', permission, lazy: () => import('./pitches-page.tsx') }],
  commands: [{ id: 'settings-pitches', path: '/settings/pitches', ...entry }],
  fills: [
    fill(personSections, {
      id: 'pitch',
      order: 50,
      permission: 'conversations.view',
      Piece: later(async () => (await import('./pitch-panel.tsx')).PitchPanel),
    }),
    fillWith(settingsPages, { pitches: { ...entry, group: 'work', order: 40 } }),
    fillWith(timelineWords, {
      'sales.pitch_answered': {
        icon: BadgePercent,
        kind: 'contact',
        textKey: 'sales:timeline.pitch_answered',
        pathOf: ({ subjectId }) => `/conversations/${subjectId}`,
        values: ({ facts }) => ({
          ...facts,
          answer: textIn('sales')(`answers.${String(facts['answer'])}`),
        }),
      },
    }),
  ],
});
