import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatNo } from '../../../ui/format.ts';
import { CardSection } from '../../../ui/show/facts.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Card } from '../client.ts';
import { UndoMergeDialog } from '../undo-merge-dialog.tsx';
import css from './aside.module.css';

/** Who was merged into this one, and the way back. */
export const MergedSection = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  const may = useMay();
  const [mergeId, setMergeId] = useState<number | null>(null);
  if (card.merged.length === 0) return null;
  return (
    <CardSection title={t('merge.merged')}>
      {card.merged.map((merge) => (
        <div key={merge.mergeId} className={css.needFoot}>
          <span className={css.grow}>
            {formatNo(merge.id)} {merge.displayName}
            <span className={css.note}>
              {' '}
              · <Instant at={merge.mergedAt} />
              {merge.mergedBy ? ` · ${merge.mergedBy}` : ''}
            </span>
          </span>
          {may('subscribers.merge') && !card.erasedAt ? (
            <Button size="compact-xs" variant="subtle" onClick={() => setMergeId(merge.mergeId)}>
              {t('undo.title')}
            </Button>
          ) : null}
        </div>
      ))}
      {mergeId === null ? null : (
        <UndoMergeDialog mergeId={mergeId} onClose={() => setMergeId(null)} />
      )}
    </CardSection>
  );
};
