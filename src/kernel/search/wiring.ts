import { z } from 'zod';
import { defineJob } from '../jobs/jobs.ts';
import { ok } from '../result.ts';
import { isVeiledOf, veiledNow } from '../veil.ts';
import { defineWiring } from '../wiring.ts';
import { api } from './api.ts';
import { searchKinds } from './search-kinds.ts';
import { recountWords } from './search-words.ts';
import { search } from './search.ts';

const recount = defineJob({
  name: 'search.recount-words',
  payload: z.object({}),
  run: (ctx) => recountWords(ctx),
  cron: '20 4 * * *',
});

export const wiring = defineWiring<typeof api>({
  domain: 'search',
  api,
  handlers: {
    'GET /api/search': async (ctx, { q, kinds, limit }) => {
      const found = await search(ctx, q, { kinds, limit });
      const veiled = await veiledNow(ctx);
      const offers = new Map(searchKinds.fills.map((one) => [one.piece.kind, one]));
      const results = found.flatMap(({ refId, ...entry }) => {
        const offer = offers.get(entry.kind);
        if (!offer) return [];
        const path = offer.piece.path
          .replace('{id}', String(refId))
          .replace('{subscriberId}', String(entry.subscriberId));
        // Whoever is on the line must be found to be verified; the name is enough for that.
        const hidden = isVeiledOf(veiled, entry.subscriberId) ? { subtitle: '' } : {};
        return [{ ...entry, ...hidden, id: refId, domain: offer.domain, path }];
      });
      return ok({ results });
    },
  },
  jobs: [recount],
});
