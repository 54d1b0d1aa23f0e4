import { Box, CardSection } from '../../../ui/show/facts.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { Batch } from '../client.ts';
import { DeedLines } from '../deed-lines.tsx';
import css from '../dealers.module.css';
import { BatchFacts } from './batch-facts.tsx';
import { BatchMark } from './batches-table.tsx';
import { DeedForm } from './deed-form.tsx';
import { TakePins } from './take-pins.tsx';

/** The page of a batch that is at hand. */
export const OpenBatch = ({ batch }: { batch: Batch }) => {
  const t = useTexts('dealers');
  const may = useMay();
  const isMade = batch.made === batch.cards;
  const canTake = isMade && batch.pinsTakenAt === null && may('dealers.pins');
  return (
    <Page
      title={t('batch.title', { series: batch.series })}
      marks={isMade ? <BatchMark batch={batch} /> : null}
      backTo="/cards"
      layout="padded"
      actions={canTake ? <TakePins batch={batch} /> : null}
    >
      <div className={css.column}>
        {isMade ? null : <BatchMark batch={batch} />}
        <div className={css.pair}>
          <Box>
            <BatchFacts batch={batch} />
          </Box>
          {isMade && may('dealers.cards') ? (
            <Box>
              <CardSection title={t('batch.deed')}>
                <DeedForm batch={batch} />
              </CardSection>
            </Box>
          ) : null}
        </div>
        {batch.deeds.length === 0 ? null : (
          <Box>
            <CardSection title={t('batch.history')}>
              <DeedLines deeds={batch.deeds} />
            </CardSection>
          </Box>
        )}
      </div>
    </Page>
  );
};
