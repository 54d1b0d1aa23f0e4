import { Button } from '@mantine/core';
import { useState } from 'react';
import { notifyDone } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Step } from '../../scripts/steps.ts';
import type { Script } from '../client.ts';
import { Preview } from './preview.tsx';
import { useScriptActs } from './use-script-acts.ts';

type Props = {
  script: Script;
  version: number;
  steps: readonly Step[];
  isSaved: boolean;
  isSound: boolean;
  onAnew: () => void;
};

/** What is done with a draft: looked at as an agent does, published, thrown away. */
export const DraftActs = ({ script, version, steps, isSaved, isSound, onAnew }: Props) => {
  const t = useTexts('sales');
  const act = useScriptActs();
  const [isShown, setShown] = useState(false);
  const { id, hasDraft, number } = script;
  const publish = async (): Promise<void> => {
    if (!(await act('POST /api/sale-scripts/{id}/publish', { id, version }))) return;
    notifyDone(t(script.isUsed ? 'scripts.published' : 'scripts.publishedOther'));
    onAnew();
  };
  const drop = async (): Promise<void> => {
    if (await act('DELETE /api/sale-scripts/{id}/draft', { id, version })) onAnew();
  };
  return (
    <>
      {hasDraft && isSaved && number !== null ? (
        <Button variant="subtle" color="gray" onClick={() => void drop()}>
          {t('scripts.drop')}
        </Button>
      ) : null}
      <Action keys="KeyV" onClick={() => setShown(true)} disabled={!isSound}>
        {t('scripts.preview')}
      </Action>
      <Action
        keys="KeyP"
        variant="light"
        disabled={!hasDraft || !isSaved || !isSound}
        onClick={() => void publish()}
      >
        {t('scripts.publish')}
      </Action>
      {isShown ? <Preview steps={steps} onClose={() => setShown(false)} /> : null}
    </>
  );
};
