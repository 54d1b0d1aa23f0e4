import { CalendarSync, Plus, Shapes, Ticket, Timer, Workflow, Zap } from 'lucide-react';
import { markWords, statementActions } from '../../billing/web/index.tsx';
import { callerPieces, conversationActions } from '../../conversations/web/index.tsx';
import { settingsPages } from '../../staff/web/index.tsx';
import { cardSections } from '../../subscribers/web/index.tsx';
import { fill, fillWith, later } from '../../ui/slot.tsx';
import { timelineKinds, timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';
import { attributeEntities } from '../../work/web/index.tsx';
import { ticketWords } from './timeline.ts';

const permission = 'tickets.view';
const norms = {
  labelKey: 'tickets:entries.norms',
  icon: Timer,
  permission: 'tickets.settings',
} as const;
const macros = {
  labelKey: 'tickets:entries.macros',
  icon: Zap,
  permission: 'tickets.settings',
} as const;
const rules = {
  labelKey: 'tickets:entries.rules',
  icon: Workflow,
  permission: 'tickets.settings',
} as const;
const recurring = {
  labelKey: 'tickets:entries.recurring',
  icon: CalendarSync,
  permission: 'tickets.settings',
} as const;
const settings = {
  labelKey: 'tickets:entries.categories',
  icon: Shapes,
  permission: 'tickets.settings',
} as const;

export const web = defineWeb({
  domain: 'tickets',
  nav: [
    {
      id: 'tickets',
      labelKey: 'list.title',
      icon: Ticket,
      path: '/tickets',
      permission,
      order: 20,
    },
  ],
  routes: [
    { path: '/tickets', permission, lazy: () => import('./list/list-page.tsx') },
    {
      path: '/tickets/new',
      permission: 'tickets.work',
      lazy: () => import('./form/new-page.tsx'),
    },
    { path: '/tickets/:id', permission, lazy: () => import('./open/ticket-page.tsx') },
    {
      path: '/tickets/:id/edit',
      permission: 'tickets.work',
      lazy: () => import('./form/edit-page.tsx'),
    },
    {
      path: '/settings/ticket-categories',
      permission: 'tickets.settings',
      lazy: () => import('./settings/categories-page.tsx'),
    },
    {
      path: '/settings/ticket-norms',
      permission: 'tickets.settings',
      lazy: () => import('./settings/norms-page.tsx'),
    },
    {
      path: '/settings/ticket-macros',
      permission: 'tickets.settings',
      lazy: () => import('./settings/macros-page.tsx'),
    },
    {
      path: '/settings/ticket-rules',
      permission: 'tickets.settings',
      lazy: () => import('./settings/rules/rules-page.tsx'),
    },
    {
      path: '/settings/ticket-rules/:id',
      permission: 'tickets.settings',
      lazy: () => import('./settings/rules/rule-page.tsx'),
    },
    {
      path: '/settings/ticket-recurring',
      permission: 'tickets.settings',
      lazy: () => import('./settings/recurring/recurring-page.tsx'),
    },
  ],
  commands: [
    {
      id: 'tickets.new',
      labelKey: 'new.title',
      icon: Plus,
      path: '/tickets/new',
      permission: 'tickets.work',
    },
    { id: 'tickets.macros', path: '/settings/ticket-macros', ...macros },
    { id: 'tickets.rules', path: '/settings/ticket-rules', ...rules },
    { id: 'tickets.recurring', path: '/settings/ticket-recurring', ...recurring },
    { id: 'tickets.norms', path: '/settings/ticket-norms', ...norms },
    { id: 'tickets.categories', path: '/settings/ticket-categories', ...settings },
  ],
  fills: [
    fill(cardSections, {
      id: 'tickets',
      order: 20,
      permission,
      Piece: later(async () => (await import('./beside/card-tickets.tsx')).CardTickets),
    }),
    fill(callerPieces, {
      id: 'tickets',
      permission,
      Piece: later(async () => (await import('./beside/caller-tickets.tsx')).CallerTickets),
    }),
    fill(conversationActions, {
      id: 'tickets',
      permission,
      Piece: later(
        async () => (await import('./beside/conversation-tickets.tsx')).ConversationTickets,
      ),
    }),
    fill(statementActions, {
      id: 'tickets',
      permission: 'tickets.work',
      Piece: later(async () => (await import('./beside/statement-ticket.tsx')).StatementTicket),
    }),
    fillWith(markWords, { ticket: { icon: Ticket, pathOf: (id) => `/tickets/${id}` } }),
    fillWith(settingsPages, {
      'ticket-categories': { ...settings, group: 'tickets', order: 30 },
      'ticket-norms': { ...norms, group: 'tickets', order: 31 },
      'ticket-macros': { ...macros, group: 'tickets', order: 32 },
      'ticket-rules': { ...rules, group: 'tickets', order: 33 },
      'ticket-recurring': { ...recurring, group: 'tickets', order: 34 },
    }),
    fillWith(attributeEntities, { tickets: { labelKey: 'tickets:list.title', order: 2 } }),
    fillWith(timelineKinds, { tickets: { textKey: 'tickets:timeline.kind', order: 20 } }),
    fillWith(timelineWords, ticketWords),
  ],
});
