import {
  BadgePercent,
  Handshake,
  Inbox,
  ListChecks,
  ListTodo,
  MessageCircleQuestion,
  Plus,
  FileText,
} from 'lucide-react';
import { conversationActions, personSections } from '../../conversations/web/index.tsx';
import { settingsPages } from '../../staff/web/index.tsx';
import { cardSections } from '../../subscribers/web/index.tsx';
import { fill, fillWith, later } from '../../ui/slot.tsx';
import { timelineKinds, timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';
import { connectingCommands, connectingFills, connectingRoutes } from './connecting-pages.ts';
import { figureCommands, figureRoutes } from './figures/routes.ts';
import { words } from './timeline.ts';

const permission = 'sales.work';
const objections = {
  labelKey: 'sales:objections.title',
  icon: MessageCircleQuestion,
  permission: 'sales.manage',
} as const;
const settings = {
  labelKey: 'sales:settings.title',
  icon: Handshake,
  permission: 'sales.manage',
} as const;
const scripts = {
  labelKey: 'sales:scripts.title',
  icon: FileText,
  permission: 'sales.manage',
} as const;
const pitches = {
  labelKey: 'sales:pitches.title',
  icon: BadgePercent,
  permission: 'sales.pitches',
} as const;

export const web = defineWeb({
  domain: 'sales',
  nav: [
    {
      id: 'deals',
      labelKey: 'deals.list',
      icon: Handshake,
      path: '/deals',
      permission,
      order: 22,
    },
  ],
  routes: [
    ...figureRoutes,
    ...connectingRoutes,
    { path: '/deals', permission, lazy: () => import('./board/board-page.tsx') },
    { path: '/quote/:token', isPublic: true, lazy: () => import('./quotes/quote-page.tsx') },
    { path: '/deals/list', permission, lazy: () => import('./deals/list-page.tsx') },
    { path: '/deals/leads', permission, lazy: () => import('./leads/leads-page.tsx') },
    { path: '/deals/tasks', permission, lazy: () => import('./tasks/tasks-page.tsx') },
    { path: '/deals/selling', permission, lazy: () => import('./selling/selling-page.tsx') },
    { path: '/deals/new', permission, lazy: () => import('./deals/new-page.tsx') },
    {
      path: '/guided-sales/new',
      permission,
      lazy: () => import('./guided/new-page.tsx'),
    },
    {
      path: '/guided-sales/:id',
      permission,
      lazy: () => import('./guided/guided-page.tsx'),
    },
    { path: '/deals/:id', permission, lazy: () => import('./open/deal-page.tsx') },
    { path: '/deals/:id/edit', permission, lazy: () => import('./deals/edit-page.tsx') },
    {
      path: '/settings/objections',
      permission: 'sales.manage',
      lazy: () => import('./objections/objections-page.tsx'),
    },
    {
      path: '/settings/sales',
      permission: 'sales.manage',
      lazy: () => import('./settings/settings-page.tsx'),
    },
    {
      path: '/settings/scripts',
      permission: 'sales.manage',
      lazy: () => import('./scripts/scripts-page.tsx'),
    },
    {
      path: '/settings/scripts/:id',
      permission: 'sales.manage',
      lazy: () => import('./scripts/script-page.tsx'),
    },
    {
      path: '/settings/pitches',
      permission: 'sales.pitches',
      lazy: () => import('./pitches/pitches-page.tsx'),
    },
  ],
  commands: [
    ...figureCommands,
    ...connectingCommands,
    { id: 'deals.new', labelKey: 'deals.new', icon: Plus, path: '/deals/new', permission },
    {
      id: 'guided.new',
      labelKey: 'guided.start',
      icon: ListChecks,
      path: '/guided-sales/new',
      permission,
    },
    {
      id: 'deals.tasks',
      labelKey: 'tasks.title',
      icon: ListTodo,
      path: '/deals/tasks',
      permission,
    },
    { id: 'leads', labelKey: 'leads.title', icon: Inbox, path: '/deals/leads', permission },
    { id: 'settings-sales', path: '/settings/sales', ...settings },
    { id: 'settings-objections', path: '/settings/objections', ...objections },
    { id: 'settings-scripts', path: '/settings/scripts', ...scripts },
    { id: 'settings-pitches', path: '/settings/pitches', ...pitches },
  ],
  fills: [
    ...connectingFills,
    fill(personSections, {
      id: 'guided',
      order: 10,
      permission,
      Piece: later(async () => (await import('./guided/guided-panel.tsx')).GuidedPanel),
    }),
    fill(personSections, {
      id: 'address',
      order: 20,
      permission: 'network.check',
      Piece: later(async () => (await import('./address-panel.tsx')).AddressPanel),
    }),
    fill(personSections, {
      id: 'pitch',
      order: 50,
      permission: 'conversations.view',
      Piece: later(async () => (await import('./pitches/pitch-panel.tsx')).PitchPanel),
    }),
    fill(conversationActions, {
      id: 'lead',
      permission,
      Piece: later(async () => (await import('./leads/conversation-lead.tsx')).ConversationLead),
    }),
    fill(cardSections, {
      id: 'deals',
      order: 25,
      permission,
      Piece: later(async () => (await import('./card-deals.tsx')).CardDeals),
    }),
    fillWith(settingsPages, { sales: { ...settings, group: 'sales', order: 10 } }),
    fillWith(settingsPages, { objections: { ...objections, group: 'sales', order: 30 } }),
    fillWith(settingsPages, { scripts: { ...scripts, group: 'sales', order: 20 } }),
    fillWith(settingsPages, { pitches: { ...pitches, group: 'sales', order: 40 } }),
    fillWith(timelineKinds, { deals: { textKey: 'sales:timeline.kind', order: 22 } }),
    fillWith(timelineWords, words),
  ],
});
