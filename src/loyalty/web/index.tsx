import { Gift } from 'lucide-react';
import { cardSections } from '../../subscribers/web/index.tsx';
import { fill, fillWith, later } from '../../ui/slot.tsx';
import { timelineKinds, timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';
import { words } from './timeline.ts';

const permission = 'loyalty.work';
const manage = 'loyalty.manage';
const check = 'loyalty.check';

export const web = defineWeb({
  domain: 'loyalty',
  nav: [
    {
      id: 'loyalty',
      group: 'keep',
      labelKey: 'title',
      icon: Gift,
      path: '/loyalty',
      permission: manage,
      order: 260,
    },
  ],
  routes: [
    { path: '/loyalty', permission: manage, lazy: () => import('./rules/list-page.tsx') },
    { path: '/loyalty/rules/:id', permission: manage, lazy: () => import('./rules/rule-page.tsx') },
    {
      path: '/loyalty/rewards',
      permission: manage,
      lazy: () => import('./rewards/rewards-page.tsx'),
    },
    { path: '/loyalty/held', permission: check, lazy: () => import('./checking/held-page.tsx') },
    {
      path: '/loyalty/fairness',
      permission: check,
      lazy: () => import('./fairness/fairness-page.tsx'),
    },
    {
      path: '/loyalty/effect',
      permission: 'loyalty.figures',
      lazy: () => import('./effect/effect-page.tsx'),
    },
    { path: '/subscribers/:id/points', permission, lazy: () => import('./card/points-page.tsx') },
    { path: '/points/:key', isPublic: true, lazy: () => import('./own-page/own-page.tsx') },
    { path: '/friend/:code', isPublic: true, lazy: () => import('./friends/friend-page.tsx') },
  ],
  commands: [
    {
      id: 'loyalty.held',
      labelKey: 'tabs.held',
      icon: Gift,
      path: '/loyalty/held',
      permission: check,
    },
  ],
  fills: [
    fill(cardSections, {
      id: 'points',
      order: 28,
      permission,
      Piece: later(async () => (await import('./card/card-points.tsx')).CardPoints),
    }),
    fillWith(timelineKinds, { loyalty: { textKey: 'loyalty:title', order: 26 } }),
    fillWith(timelineWords, words),
  ],
});
