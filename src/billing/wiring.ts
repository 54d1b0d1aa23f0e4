import { defineErrors } from '../kernel/api/define.ts';
import { listExtensions } from '../kernel/list/entity.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import {
  cardParts,
  erasers,
  personalDataSources,
  searchTerms,
  timelineSources,
} from '../subscribers/index.ts';
import { accountsPart } from './card-part.ts';
import { chargeLevelsTick } from './charge-levels.ts';
import { listFields } from './list-fields.ts';
import { eraser, personalData } from './personal-data.ts';
import { postingsSource } from './postings-source.ts';
import { templateVariables } from '../work/index.ts';
import { loadSearchTerms } from './search-terms.ts';
import { accountVariables } from './template-variables.ts';

export const wiring = defineWiring({
  domain: 'billing',
  errors: defineErrors({ 'billing.account_open': 409 }),
  ticks: [chargeLevelsTick],
  fills: [
    fill(cardParts, accountsPart),
    fill(templateVariables, accountVariables),
    fill(listExtensions, listFields),
    fill(timelineSources, postingsSource),
    fill(searchTerms, loadSearchTerms),
    ...personalData.map((source) => fill(personalDataSources, source)),
    fill(erasers, eraser),
  ],
});
