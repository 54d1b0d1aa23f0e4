import { listHandlers } from '../kernel/list/list-handlers.ts';
import { liveSubjects } from '../kernel/live/audience.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { searchKinds } from '../kernel/search/search-kinds.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { normKinds } from '../norms/index.ts';
import { startingGrants } from '../staff/index.ts';
import { cardParts, riskFacts } from '../subscribers/index.ts';
import { dueCard, quotesCard } from './home-cards.ts';
import { homeCards, workHolders } from '../work/index.ts';
import { api, errors } from './api.ts';
import { boardHandlers } from './board/handlers.ts';
import { dealsPart } from './card-part.ts';
import { connectingFills, connectingTicks } from './connecting/by-itself.ts';
import { connectingHandlers } from './connecting/handlers.ts';
import { ensureFirstTemplate } from './contracts/ensure-first-template.ts';
import { careHandlers } from './care/handlers.ts';
import { careNorm } from './care/norm.ts';
import { lateCallsTick } from './care/tell-late-calls.ts';
import { contractHandlers } from './contracts/handlers.ts';
import { dealHandlers } from './deals/handlers.ts';
import { dealList } from './deals/list-deals.ts';
import { cohortTick } from './economics/count-cohorts.ts';
import { figureHandlers } from './economics/handlers.ts';
import { forecastTick } from './forecast/snapshot-forecast.ts';
import { taskHandlers } from './entry/handlers.ts';
import { lateTick } from './entry/tell-late.ts';
import { experimentHandlers } from './experiments/handlers.ts';
import { guidedHandlers } from './guided/handlers.ts';
import { leadHandlers } from './leads/handlers.ts';
import { leadReach, liveEvents, liveReach } from './live-events.ts';
import { ensureFirstObjections } from './objections/ensure-first-objections.ts';
import { objectionHandlers } from './objections/handlers.ts';
import { ensureFirstPipeline } from './pipelines/ensure-first-pipeline.ts';
import { listPipelines } from './pipelines/list-pipelines.ts';
import { ensureFirstScript } from './scripts/ensure-first-script.ts';
import { scriptHandlers } from './scripts/handlers.ts';
import { personalFills } from './personal-data.ts';
import { pitchHandlers } from './pitches/handlers.ts';
import { quoteHandlers } from './quotes/handlers.ts';
import { sendingHandlers } from './quotes/sending-handlers.ts';
import { quoteHears } from './quotes/hear-leaving.ts';
import { dealHolder } from './work-holder.ts';
import { keptTick } from './recommending/count-kept.ts';
import { pitchFacts } from './risk-facts.ts';
import { showSelling } from './selling/show-selling.ts';
import { ensureSettings } from './settings/ensure-settings.ts';
import { settingsHandlers } from './settings/handlers.ts';
import { salesSums } from './summed-fields.ts';
import { summedFields } from '../kernel/list/summed-field.ts';

export const wiring = defineWiring({
  domain: 'sales',
  api,
  errors,
  handlers: {
    ...listHandlers(dealList),
    ...dealHandlers,
    ...boardHandlers,
    ...guidedHandlers,
    ...leadHandlers,
    ...objectionHandlers,
    ...pitchHandlers,
    ...quoteHandlers,
    ...sendingHandlers,
    ...settingsHandlers,
    ...scriptHandlers,
    ...careHandlers,
    ...contractHandlers,
    ...taskHandlers,
    ...experimentHandlers,
    ...connectingHandlers,
    ...figureHandlers,
    'GET /api/pipelines': listPipelines,
    'GET /api/selling': showSelling,
  },
  ticks: [keptTick, lateTick, lateCallsTick, forecastTick, cohortTick, ...connectingTicks],
  hears: quoteHears,
  permissions: ['sales.work', 'sales.export', 'sales.manage', 'sales.economics', 'sales.pitches'],
  liveEvents,
  fills: [
    fill(homeCards, dueCard),
    fill(homeCards, quotesCard),
    fill(riskFacts, pitchFacts),
    ...connectingFills,
    ...salesSums.map((sum) => fill(summedFields, sum)),
    fill(liveSubjects, liveReach),
    fill(liveSubjects, leadReach),
    fill(searchKinds, { kind: 'deal', permission: 'sales.work', path: '/deals/{id}' }),
    fill(searchKinds, {
      kind: 'lead',
      permission: 'sales.work',
      path: '/deals/leads?open={id}',
    }),
    fill(workHolders, dealHolder),
    fill(cardParts, dealsPart),
    ...personalFills,
    fill(normKinds, careNorm),
    fill(startup, { role: 'any', run: start }),
    fill(startingGrants, { agent: { 'sales.work': 'team' } }),
  ],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    const ctx = installation.systemCtx(operator, 'start');
    await ensureFirstPipeline(ctx);
    await ensureFirstScript(ctx);
    await ensureFirstTemplate(ctx);
    await ensureFirstObjections(ctx);
    await ensureSettings(ctx);
  }
}
