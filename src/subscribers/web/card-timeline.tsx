import { Timeline } from '../../ui/timeline/timeline.tsx';
import { useMay } from '../../ui/viewer.tsx';
import { call, type Card } from './client.ts';
import { CardComposer } from './composer.tsx';

const route = 'GET /api/subscribers/{id}/timeline';

/** What happened with a subscriber, with a place at its top to write down what was learned. */
export const CardTimeline = ({ card }: { card: Card }) => {
  const may = useMay();
  const { id } = card;
  return (
    <>
      {may('subscribers.edit') && card.erasedAt === null ? <CardComposer id={id} /> : null}
      <Timeline
        queryKey={[route, { id }]}
        read={({ cursor, types, signal }) =>
          call(route, { id, ...(cursor && { cursor }), ...(types && { types }) }, { signal })
        }
      />
    </>
  );
};
