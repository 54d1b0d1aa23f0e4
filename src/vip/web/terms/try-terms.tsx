import { Button } from '@mantine/core';
import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Effect, useWrite } from '../client.ts';
import { EffectTable } from './effect-table.tsx';
import type { wantedOf } from './wanted.ts';

/** Shows what terms would come to before anybody proposes them. */
export const TryTerms = ({ wanted }: { wanted: ReturnType<typeof wantedOf> }) => {
  const t = useTexts('vip');
  const look = useWrite('POST /api/vip/{id}/terms/try', []);
  const [effect, setEffect] = useState<Effect>();
  const run = async (): Promise<void> => setEffect(await look.mutateAsync(wanted));
  return (
    <>
      <div>
        <Button
          size="xs"
          variant="default"
          loading={look.isPending}
          onClick={() => void run().catch(notifyProblem)}
        >
          {t('terms.try')}
        </Button>
      </div>
      {effect ? <EffectTable effect={effect} /> : null}
    </>
  );
};
