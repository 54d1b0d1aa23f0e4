import { Split } from 'lucide-react';
import { cardBadges, subscriberBulk } from '../../subscribers/web/index.tsx';
import { fill, fillWith, later } from '../../ui/slot.tsx';
import { timelineKinds, timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';
import { words } from './timeline.ts';

const permission = 'segments.view';
const edits = 'segments.manage';

export const web = defineWeb({
  domain: 'segments',
  nav: [
    {
      id: 'segments',
      group: 'keep',
      labelKey: 'list.title',
      icon: Split,
      path: '/segments',
      permission,
      order: 210,
    },
  ],
  routes: [
    { path: '/segments', permission, lazy: () => import('./list-page.tsx') },
    { path: '/segments/new', permission: edits, lazy: () => import('./builder/new-page.tsx') },
    { path: '/segments/:id', permission, lazy: () => import('./open/segment-page.tsx') },
    {
      path: '/segments/:id/edit',
      permission: edits,
      lazy: () => import('./builder/edit-page.tsx'),
    },
  ],
  commands: [
    { id: 'segments.new', labelKey: 'list.new', path: '/segments/new', permission: edits },
  ],
  fills: [
    fill(cardBadges, {
      id: 'segments',
      order: 40,
      permission,
      Piece: later(async () => (await import('./card-badges.tsx')).CardBadges),
    }),
    fillWith(subscriberBulk, {
      segment: {
        labelKey: 'segments:bulk.add',
        permission: edits,
        Dialog: later(async () => (await import('./add-dialog.tsx')).AddDialog),
      },
    }),
    fillWith(timelineKinds, { segments: { textKey: 'segments:timeline.kind', order: 60 } }),
    fillWith(timelineWords, words),
  ],
});
