import { Button } from '@mantine/core';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';
import type { PairState } from './use-verdicts.ts';

/** Which pairs are shown, and a search of the whole base at once. */
export const PairTools = (props: { state: PairState; onState: (state: PairState) => void }) => {
  const t = useTexts('subscribers');
  const search = useWrite('POST /api/subscribers/duplicates/find');
  const start = (): void => {
    search.mutateAsync({}).then(() => notifyDone(t('duplicates.searching')), notifyProblem);
  };
  return (
    <>
      <Segmented
        label={t('duplicates.which')}
        value={props.state}
        options={[
          { value: 'open', label: t('duplicates.open') },
          { value: 'different', label: t('duplicates.different') },
        ]}
        onChange={props.onState}
      />
      <Button loading={search.isPending} onClick={start}>
        {t('duplicates.search')}
      </Button>
    </>
  );
};
