import { Button, type ButtonProps } from '@mantine/core';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';
import type { PairState } from './use-verdicts.ts';

/** Searches the whole base at once. */
export const FindPairs = (button: Pick<ButtonProps, 'variant'>) => {
  const t = useTexts('subscribers');
  const search = useWrite('POST /api/subscribers/duplicates/find');
  const start = (): void => {
    search.mutateAsync({}).then(() => notifyDone(t('duplicates.searching')), notifyProblem);
  };
  return (
    <Button {...button} loading={search.isPending} onClick={start}>
      {t('duplicates.search')}
    </Button>
  );
};

type Props = { state: PairState; onState: (state: PairState) => void; isEmpty: boolean };

/** Which pairs are shown, and a search for more; an empty page offers the search itself. */
export const PairTools = ({ state, onState, isEmpty }: Props) => {
  const t = useTexts('subscribers');
  return (
    <>
      <Segmented
        label={t('duplicates.which')}
        value={state}
        options={[
          { value: 'open', label: t('duplicates.open') },
          { value: 'different', label: t('duplicates.different') },
        ]}
        onChange={onState}
      />
      {isEmpty ? null : <FindPairs />}
    </>
  );
};
