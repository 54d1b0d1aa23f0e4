import { caller, type InputOf, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

type Api = typeof api;

export const call = caller<Api>();
export const { usePages, useRead, useWrite } = hooks(call);

export type Shown = OutputOf<Api, 'GET /api/conversations/{id}/pitch'>;
export type Pitch = OutputOf<Api, 'GET /api/pitches'>['pitches'][number];

export type Script = OutputOf<Api, 'GET /api/sale-scripts/{id}'>;
export type Experiment = OutputOf<
  Api,
  'GET /api/sale-scripts/{id}/experiments'
>['experiments'][number];
export type Selling = OutputOf<Api, 'GET /api/selling'>;
export type Objection = OutputOf<Api, 'GET /api/objections'>['rows'][number];

export type Deal = OutputOf<Api, 'GET /api/deals/{id}'>;
export type DealState = Deal['state'];
export type DealChange = Omit<InputOf<Api, 'PATCH /api/deals/{id}'>, 'id' | 'version'>;
export type Lead = OutputOf<Api, 'GET /api/leads'>['leads'][number];
export type OpenLead = OutputOf<Api, 'GET /api/leads/{id}'>;
type Settings = OutputOf<Api, 'GET /api/pipelines'>;
export type Pipeline = Settings['pipelines'][number];
export type Stage = Pipeline['stages'][number];
export type EntryAction = Stage['entry'][number];
export type Task = OutputOf<Api, 'GET /api/deal-tasks'>['tasks'][number];
export type Forecast = OutputOf<Api, 'GET /api/deal-forecast'>;
export type Economics = OutputOf<Api, 'GET /api/sales-economics'>;
export type ImportedCosts = OutputOf<Api, 'POST /api/sales-costs/import'>;
export type Cost = OutputOf<Api, 'GET /api/sales-costs'>['costs'][number];
/** A source of leads, or a reason for a loss. */
export type Word = Settings['sources'][number];
/** A deal in one line, as a card of a subscriber brings it. */
export type DealLine = Pick<Deal, 'id' | 'state' | 'openedAt' | 'monthlyMinor' | 'currency'> & {
  stage: string;
};

export type ContractTemplate = OutputOf<Api, 'GET /api/contract-template'>;
export type ConnectInput = InputOf<Api, 'POST /api/deals/{id}/connect'>;
export type Order = OutputOf<Api, 'GET /api/deals/{id}/order'>;
type Quotes = OutputOf<Api, 'GET /api/deals/{id}/quotes'>;
export type Quote = Quotes['quotes'][number];
export type PublicQuote = OutputOf<Api, 'GET /api/public/quotes/{token}'>;
export type SendingWay = OutputOf<Api, 'GET /api/deals/{id}/quotes/{quoteId}/ways'>['ways'][number];
export type Visits = OutputOf<Api, 'GET /api/visits'>;
export type Visit = Visits['visits'][number];
export type CareCall = OutputOf<Api, 'GET /api/care-calls'>['calls'][number];
export type CareSettings = OutputOf<Api, 'GET /api/sales-settings'>;
export type Agreed = Quotes['agreed'];

/** What changed settings make out of date: everything that offers stages, sources or reasons. */
export const settingsPaths = ['/api/pipelines', '/api/deals', '/api/deal-board'];
/** What a changed argument makes out of date. */
export const pitchPaths = ['/api/pitches'];
/** What a decided lead makes out of date. */
export const leadPaths = ['/api/leads', '/api/deals'];
/** What a step of a connection makes out of date. */
export const orderPaths = ['/api/deals', '/api/subscribers', '/api/accounts', '/api/visits'];
/** What a changed deal makes out of date: lists, pages and cards that show it. */
export const dealPaths = ['/api/deals', '/api/subscribers/{id}'];
