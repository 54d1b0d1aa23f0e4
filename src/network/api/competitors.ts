import { z } from 'zod';
import { defineApi } from '../../kernel/api/define.ts';
import { Id, Nothing } from '../../kernel/api/shapes.ts';
import { listRoutes } from '../../kernel/list/api.ts';
import { offerList } from './list.ts';
import { OfferBody } from './shapes.ts';

export const competitorsApi = defineApi({
  ...listRoutes(offerList),
  'POST /api/buildings/{id}/competitor-offers': {
    summary: 'Note what a competitor offers at a house',
    permission: 'network.check',
    input: OfferBody.extend({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['network.no_such_building', 'network.future_day'],
    status: 201,
  },
  'DELETE /api/competitor-offers/{id}': {
    summary: 'Take back an offer that was noted wrongly, or is made no more',
    permission: 'network.check',
    input: z.object({ id: Id }),
    output: Nothing,
    errors: ['network.no_such_offer'],
  },
  'GET /api/competitors': {
    summary: 'Names of competitors that offers were noted of',
    permission: 'network.check',
    input: Nothing,
    output: z.object({ names: z.array(z.string()) }),
  },
});
