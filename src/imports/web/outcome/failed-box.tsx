import { Button } from '@mantine/core';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type OfImport, useWrite } from '../client.ts';
import css from '../imports.module.css';
import { useErrorWords } from '../words.ts';

/** Why a step broke off, and the way on from where it was. */
export const FailedBox = ({ imported: { id, failure, failedIn } }: OfImport) => {
  const t = useTexts('imports');
  const wordsOf = useErrorWords();
  const retry = useWrite('POST /api/imports/{id}/retry');
  return (
    <div className={css.failure} role="alert">
      <h2>{t('failed.title', { step: t(`states.${failedIn ?? 'failed'}`) })}</h2>
      <p>{failure ? wordsOf(failure) : t('failed.text')}</p>
      <Button
        loading={retry.isPending}
        onClick={() => void retry.mutateAsync({ id }).catch(notifyProblem)}
      >
        {t('failed.retry')}
      </Button>
    </div>
  );
};
