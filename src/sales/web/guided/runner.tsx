import { useLiveRefresh } from '../../../ui/live.ts';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { Over } from './over.tsx';
import { stepPieces } from './step-pieces.tsx';
import { StepWords } from './step-words.tsx';
import { type Guided, useActing } from './use-guided.ts';
import css from './guided.module.css';

/** One step of a guided sale: what to say, what was answered, and the way on and back. */
const Running = ({ sale }: { sale: Guided }) => {
  const t = useTexts('sales');
  const acting = useActing(sale);
  const Piece = stepPieces[sale.step.kind];
  return (
    <div className={css.runner}>
      <p className={css.place}>
        {t('guided.place', {
          name: sale.script.name,
          count: sale.count,
          of: sale.count + sale.stepsAhead,
        })}
      </p>
      {/* Nothing is to be said aloud yet where first an address is asked for. */}
      {sale.step.kind === 'recommendation' && !sale.recommended ? null : (
        <StepWords step={sale.step} />
      )}
      <Piece key={`${sale.step.key} ${sale.count}`} sale={sale} acting={acting} />
    </div>
  );
};

/** A guided sale where it stands now; whoever else has gone on with it is followed. */
export const Runner = ({ id }: { id: number }) => {
  const { data, error, refetch } = useRead('GET /api/guided-sales/{id}', { id });
  useLiveRefresh(['sales.*'], ['/api/guided-sales/{id}']);
  if (error && !data) return <ErrorState failure={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLine widthPx={220} />;
  if (data.state === 'open') return <Running sale={data} />;
  return <Over sale={data} />;
};
