import type { Installation } from '../kernel/runtime/installation.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { ledgerChecks } from '../ledger/index.ts';
import { startingGrants } from '../staff/index.ts';
import { cardParts, erasers, passingNotes, personalDataSources } from '../subscribers/index.ts';
import { api, errors } from './api.ts';
import { effectHandlers } from './effect/handlers.ts';
import { fairnessHandlers } from './fairness/handlers.ts';
import { friendHandlers } from './friends/handlers.ts';
import { handlers } from './handlers.ts';
import { hears } from './hears.ts';
import { pointChecks } from './ledger-checks.ts';
import { liveEvents } from './live-events.ts';
import { pointsPart } from './members/card-part.ts';
import { memberHandlers } from './members/handlers.ts';
import { passing } from './members/passing.ts';
import { eraser, personalData, toldOfRewards } from './members/personal-data.ts';
import { nightTick } from './night/run-night.ts';
import { ownPageHandlers } from './own-page/handlers.ts';
import { privilegeHandlers } from './privileges/handlers.ts';
import { rewardHandlers } from './rewards/handlers.ts';
import { toldOfStanding } from './members/told-of-standing.ts';
import { ensureRules } from './rules/ensure-rules.ts';
import { ruleHandlers } from './rules/handlers.ts';
import { tariffHandlers } from './tariffs/handlers.ts';
import { noticeTick } from './tariffs/tell-of-ending.ts';

const permissions = ['loyalty.work', 'loyalty.check', 'loyalty.manage', 'loyalty.figures'] as const;

export const wiring = defineWiring({
  domain: 'loyalty',
  api,
  errors,
  handlers: {
    ...handlers,
    ...memberHandlers,
    ...ruleHandlers,
    ...rewardHandlers,
    ...friendHandlers,
    ...ownPageHandlers,
    ...privilegeHandlers,
    ...tariffHandlers,
    ...fairnessHandlers,
    ...effectHandlers,
  },
  ticks: [nightTick, noticeTick],
  hears,
  permissions,
  liveEvents,
  fills: [
    fill(cardParts, pointsPart),
    fill(personalDataSources, personalData),
    fill(personalDataSources, toldOfRewards),
    ...toldOfStanding.map((source) => fill(personalDataSources, source)),
    fill(erasers, eraser),
    fill(passingNotes, passing),
    fill(ledgerChecks, pointChecks),
    fill(startup, { role: 'any', run: start }),
    fill(startingGrants, {
      supervisor: Object.fromEntries(permissions.map((permission) => [permission, 'all' as const])),
      agent: { 'loyalty.work': 'all' },
    }),
  ],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    await ensureRules(installation.systemCtx(operator, 'start'));
  }
}
