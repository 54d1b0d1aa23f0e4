import { ChartColumn, Heart } from 'lucide-react';
import { personSections } from '../../conversations/web/index.tsx';
import { settingsPages } from '../../staff/web/index.tsx';
import { cardSections } from '../../subscribers/web/index.tsx';
import { fill, fillWith, later } from '../../ui/slot.tsx';
import { timelineKinds, timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';
import { playNav, playCommands, playFills, playRoutes } from './plays/pages.ts';
import { listNav, planCommands, planRoutes } from './plan/pages.ts';
import { riskFills, riskNav, riskRoutes } from './risk/pages.ts';
import { words } from './timeline.ts';

const permission = 'retention.work';
const settings = {
  labelKey: 'retention:settings.title',
  icon: Heart,
  permission: 'retention.manage',
} as const;

const figures = {
  labelKey: 'retention:figures.title',
  icon: ChartColumn,
  permission: 'retention.figures',
} as const;

export const web = defineWeb({
  domain: 'retention',
  nav: [
    {
      id: 'cases',
      group: 'keep',
      labelKey: 'cases.list',
      icon: Heart,
      path: '/cases',
      permission,
      order: 24,
    },
    riskNav,
    playNav,
    listNav,
  ],
  routes: [
    ...riskRoutes,
    ...playRoutes,
    ...planRoutes,
    { path: '/cases', permission, lazy: () => import('./cases/list-page.tsx') },
    {
      path: '/cases/figures',
      permission: figures.permission,
      lazy: () => import('./figures/figures-page.tsx'),
    },
    { path: '/cases/:id', permission, lazy: () => import('./cases/case-page.tsx') },
    {
      path: '/settings/retention',
      permission: settings.permission,
      lazy: () => import('./settings/settings-page.tsx'),
    },
  ],
  commands: [
    ...playCommands,
    ...planCommands,
    { id: 'cases.figures', path: '/cases/figures', ...figures },
    { id: 'settings-retention', path: '/settings/retention', ...settings },
  ],
  fills: [
    ...riskFills,
    ...playFills,
    fill(personSections, {
      id: 'case',
      order: 5,
      permission,
      Piece: later(async () => (await import('./cases/case-panel.tsx')).CasePanel),
    }),
    fill(cardSections, {
      id: 'cases',
      order: 26,
      permission,
      Piece: later(async () => (await import('./cases/card-cases.tsx')).CardCases),
    }),
    fillWith(settingsPages, { retention: { ...settings, group: 'work', order: 45 } }),
    fillWith(timelineKinds, { cases: { textKey: 'retention:timeline.kind', order: 23 } }),
    fillWith(timelineWords, words),
  ],
});
