import { ChartColumn, Gauge, Inbox, PhoneCall, SlidersHorizontal } from 'lucide-react';
import { settingsPages } from '../../staff/web/index.tsx';
import { cardSections } from '../../subscribers/web/index.tsx';
import { barSlot, overlaySlot } from '../../ui/shell/slots.ts';
import { defineSlot, fill, fillWith, later } from '../../ui/slot.tsx';
import { timelineKinds, timelineWords } from '../../ui/timeline/words.ts';
import { defineWeb } from '../../ui/web.ts';
import type { Opened } from './api.ts';
import { conversationWords } from './timeline.ts';

export type { Opened as OpenedConversation } from './api.ts';

export { callerPieces, personSections } from './slots.ts';

/** For whoever shows a conversation elsewhere: all of it, and the recordings of its calls. */
export const WholeTalk = later(async () => (await import('./feed/whole-talk.tsx')).WholeTalk);
export const RecordingPlayer = later(
  async () => (await import('./feed/recording-player.tsx')).RecordingPlayer,
);

/** What later domains do with a conversation, at its head: a ticket out of it. */
export const conversationActions = defineSlot<{ conversation: Opened; topic: string }>(
  'conversations.actions',
);

const deskPermission = 'conversations.view';
const reportPermission = 'conversations.report';

export const web = defineWeb({
  domain: 'conversations',
  nav: [
    {
      id: 'desk',
      labelKey: 'desk.title',
      icon: Inbox,
      path: '/conversations',
      permission: deskPermission,
      order: 10,
      Count: later(async () => (await import('./desk/desk-count.tsx')).DeskCount),
    },
    {
      id: 'board',
      labelKey: 'board.title',
      icon: Gauge,
      path: '/board',
      permission: 'conversations.assign',
      order: 20,
    },
    {
      id: 'first-touch',
      group: 'lead',
      labelKey: 'report.short',
      icon: ChartColumn,
      path: '/reports/first-touch',
      permission: reportPermission,
      order: 60,
    },
  ],
  routes: [
    {
      path: '/conversations/:id?',
      permission: deskPermission,
      lazy: () => import('./desk/desk-page.tsx'),
    },
    {
      path: '/conversations/tasks/:task',
      permission: deskPermission,
      lazy: () => import('./desk/desk-page.tsx'),
    },
    {
      path: '/board',
      permission: 'conversations.assign',
      lazy: () => import('./board/board-page.tsx'),
    },
    {
      path: '/messages/:id',
      permission: deskPermission,
      lazy: () => import('./desk/message-page.tsx'),
    },
    {
      path: '/reports/first-touch',
      permission: reportPermission,
      lazy: () => import('./report/report-page.tsx'),
    },
    {
      path: '/reports/first-touch/rows',
      permission: reportPermission,
      lazy: () => import('./report/rows-page.tsx'),
    },
    {
      path: '/settings/desk',
      permission: 'conversations.settings',
      lazy: () => import('./settings/desk-settings-page.tsx'),
    },
  ],
  commands: [
    {
      id: 'follow-ups',
      labelKey: 'titles.followUps',
      icon: PhoneCall,
      path: '/conversations?queue=followUps',
      permission: 'conversations.work',
    },
  ],
  fills: [
    fill(barSlot, {
      id: 'escalated',
      permission: deskPermission,
      Piece: later(async () => (await import('./offer/escalated-bar.tsx')).EscalatedBar),
    }),
    fill(barSlot, {
      id: 'call-over',
      permission: 'conversations.work',
      Piece: later(async () => (await import('./calls/over-bar.tsx')).OverBar),
    }),
    fill(overlaySlot, {
      id: 'offer',
      permission: deskPermission,
      Piece: later(async () => (await import('./offer/offer-banner.tsx')).OfferBanner),
    }),
    fill(overlaySlot, {
      id: 'call',
      permission: 'conversations.work',
      Piece: later(async () => (await import('./calls/call-banner.tsx')).CallBanner),
    }),
    fill(cardSections, {
      id: 'conversations',
      order: 30,
      permission: deskPermission,
      Piece: later(async () => (await import('./desk/card-conversations.tsx')).CardConversations),
    }),
    fillWith(settingsPages, {
      desk: {
        labelKey: 'conversations:settings.title',
        icon: SlidersHorizontal,
        group: 'work',
        order: 20,
        permission: 'conversations.settings',
      },
    }),
    fillWith(timelineKinds, { contact: { textKey: 'conversations:timeline.kind', order: 20 } }),
    fillWith(timelineWords, conversationWords),
  ],
});
