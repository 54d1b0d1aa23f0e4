import { accountClosings } from '../billing/index.ts';
import { listHandlers } from '../kernel/list/list-handlers.ts';
import { searchKinds } from '../kernel/search/search-kinds.ts';
import { liveSubjects } from '../kernel/live/audience.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { normKinds } from '../norms/index.ts';
import { startingGrants } from '../staff/index.ts';
import { cardParts, erasers, personalDataSources } from '../subscribers/index.ts';
import { casesCard } from './home-card.ts';
import { homeCards, workHolders } from '../work/index.ts';
import { api, errors } from './api.ts';
import { casesPart } from './cases/card-part.ts';
import { keptTick } from './cases/count-kept.ts';
import { indexFormerCases } from './cases/index-cases.ts';
import { caseHandlers } from './cases/handlers.ts';
import { caseList } from './cases/list-cases.ts';
import { lateTick } from './cases/tell-late.ts';
import { caseNorm } from './cases/open-case.ts';
import { eraser, personalData } from './cases/personal-data.ts';
import { caseHolder } from './cases/work-holder.ts';
import { settingsHandlers } from './desk/handlers.ts';
import { exitEraser, toldOfExits } from './exits/personal-data.ts';
import { exitTick } from './exits/sweep-exits.ts';
import { exitHandlers } from './exits/handlers.ts';
import { noteClosing } from './exits/note-closing.ts';
import { figureHandlers } from './figures/handlers.ts';
import { careListHandlers } from './lists/handlers.ts';
import { careTick } from './lists/open-tasks.ts';
import { careFills } from './lists/wiring.ts';
import { liveEvents, liveReach } from './live-events.ts';
import { offerHandlers } from './offers/handlers.ts';
import { toldOfOffers } from './offers/personal-data.ts';
import { playHandlers } from './plays/handlers.ts';
import { playTick } from './plays/run-plays.ts';
import { taskHandlers } from './plays/task-handlers.ts';
import { playFills } from './plays/wiring.ts';
import { planHandlers } from './plan/handlers.ts';
import { ensureDictionaries } from './reasons/ensure-reasons.ts';
import { riskHandlers } from './risk/handlers.ts';
import { riskFills, riskJobs } from './risk/wiring.ts';
import { reaches } from './reach.ts';
import { signHandlers } from './signs/handlers.ts';
import { signTick } from './signs/sweep-signs.ts';
import { wishHears } from './wishes/hear-words-of.ts';

const permissions = [
  'retention.work',
  'retention.export',
  'retention.manage',
  'retention.figures',
  'retention.risk',
  'retention.risk_export',
  'retention.model',
  'retention.plays',
  'retention.care',
] as const;

export const wiring = defineWiring({
  domain: 'retention',
  api,
  errors,
  handlers: {
    ...listHandlers(caseList),
    ...caseHandlers,
    ...offerHandlers,
    ...exitHandlers,
    ...settingsHandlers,
    ...figureHandlers,
    ...signHandlers,
    ...riskHandlers,
    ...playHandlers,
    ...taskHandlers,
    ...planHandlers,
    ...careListHandlers,
  },
  ticks: [exitTick, keptTick, lateTick, signTick, playTick, careTick],
  hears: wishHears,
  permissions,
  jobs: riskJobs,
  liveEvents,
  fills: [
    fill(homeCards, casesCard),
    ...riskFills,
    ...playFills,
    ...careFills,
    fill(liveSubjects, liveReach),
    fill(searchKinds, {
      kind: 'case',
      permission: 'retention.work',
      reaches: (ctx) => reaches(ctx, 'retention.work', 'e'),
      path: '/cases/{id}',
    }),
    fill(workHolders, caseHolder),
    fill(cardParts, casesPart),
    fill(personalDataSources, personalData),
    fill(personalDataSources, toldOfOffers),
    ...toldOfExits.map((source) => fill(personalDataSources, source)),
    fill(erasers, eraser),
    fill(erasers, exitEraser),
    fill(accountClosings, noteClosing),
    fill(normKinds, caseNorm),
    fill(startup, { role: 'any', run: start }),
    fill(startingGrants, {
      supervisor: Object.fromEntries(permissions.map((permission) => [permission, 'all' as const])),
      agent: { 'retention.work': 'team', 'retention.risk': 'team' },
    }),
  ],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    const ctx = installation.systemCtx(operator, 'start');
    await ensureDictionaries(ctx);
    await indexFormerCases(ctx);
  }
}
