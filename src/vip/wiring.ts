import { callerParts, firstAgents, valueSources } from '../conversations/index.ts';
import { listHandlers } from '../kernel/list/list-handlers.ts';
import { fill } from '../kernel/slots.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { normKinds } from '../norms/index.ts';
import { startingGrants } from '../staff/index.ts';
import { cardParts, erasers, passingNotes, personalDataSources } from '../subscribers/index.ts';
import { sheetCard } from './home-card.ts';
import { homeCards, workHolders } from '../work/index.ts';
import { api, errors } from './api.ts';
import { eventHandlers } from './events/handlers.ts';
import { outcomeHandlers } from './events/outcome-handlers.ts';
import { catalogueHandlers } from './gifts/catalogue-handlers.ts';
import { giftHandlers } from './gifts/handlers.ts';
import { groupHandlers } from './groups/handlers.ts';
import { guestHandlers } from './guests/handlers.ts';
import { invitationTick } from './guests/send-invitations.ts';
import { leadersFirst } from './leading/leaders-first.ts';
import { liveEvents } from './live-events.ts';
import { occasionHandlers } from './occasions/handlers.ts';
import { greetingTick } from './occasions/send-greetings.ts';
import { clientEraser, toldOfClients } from './personal-data.ts';
import { ensurePlaybooks } from './playbooks/ensure-playbooks.ts';
import { playbookHandlers } from './playbooks/handlers.ts';
import { beginOn } from './playbooks/start-playbook.ts';
import { passing } from './programme/passing.ts';
import { vipPart } from './programme/card-part.ts';
import { followMerge } from './programme/follow-merges.ts';
import { followUnmerge } from './programme/follow-unmerges.ts';
import { programmeHandlers } from './programme/handlers.ts';
import { clientList } from './programme/list-clients.ts';
import { programmeTick } from './programme/run-programme.ts';
import { membership } from './programme/value-of.ts';
import { answerNorm } from './sheet/escalate.ts';
import { sheetHandlers } from './sheet/handlers.ts';
import { lateAnswersTick } from './sheet/tell-late.ts';
import { termsHandlers } from './terms/handlers.ts';
import { termsTick } from './terms/terms-tick.ts';
import { clientHolder } from './work-holder.ts';

const permissions = [
  'vip.work',
  'vip.export',
  'vip.approve',
  'vip.audit',
  'vip.manage',
  'vip.ring',
] as const;

export const wiring = defineWiring({
  domain: 'vip',
  api,
  errors,
  handlers: {
    ...listHandlers(clientList),
    ...programmeHandlers,
    ...sheetHandlers,
    ...occasionHandlers,
    ...giftHandlers,
    ...catalogueHandlers,
    ...eventHandlers,
    ...outcomeHandlers,
    ...guestHandlers,
    ...playbookHandlers,
    ...termsHandlers,
    ...groupHandlers,
  },
  permissions,
  liveEvents,
  ticks: [programmeTick, lateAnswersTick, greetingTick, invitationTick, termsTick],
  hears: {
    'vip.admitted': beginOn('admitted'),
    'vip.dropping': beginOn('dropping'),
    'subscribers.merged': followMerge,
    'subscribers.unmerged': followUnmerge,
    'retention.case_opened': beginOn('wish_to_leave'),
  },
  fills: [
    fill(homeCards, sheetCard),
    fill(startup, { role: 'any', run: start }),
    fill(cardParts, vipPart),
    fill(callerParts, vipPart),
    fill(valueSources, membership),
    fill(firstAgents, leadersFirst),
    fill(workHolders, clientHolder),
    fill(normKinds, answerNorm),
    ...toldOfClients.map((one) => fill(personalDataSources, one)),
    fill(erasers, clientEraser),
    fill(passingNotes, passing),
    fill(startingGrants, {
      supervisor: Object.fromEntries(permissions.map((permission) => [permission, 'all' as const])),
      agent: { 'vip.work': 'own' },
    }),
  ],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    await ensurePlaybooks(installation.systemCtx(operator, 'start'));
  }
}
