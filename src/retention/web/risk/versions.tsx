import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../ui/format.ts';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { modelPaths, useWrite, type Version } from './client.ts';
import { digits } from './digits.ts';

/** What was learnt so far, and the way back to any of it. */
export const Versions = ({ versions }: { versions: readonly Version[] }) => {
  const t = useTexts('retention');
  const q = (key: string): string => t(`risk.quality.${key}`);
  const activate = useWrite('POST /api/risk-versions/{id}/activate', modelPaths);
  const [chosen, setChosen] = useState<Version | null>(null);
  const named = ({ kind, id }: Version): string =>
    kind === 'scorecard' ? q('scorecard') : String(id);
  const stateOf = (version: Version) =>
    version.isInForce ? (
      <Badge tone="green">{q('inForce')}</Badge>
    ) : (
      <Button size="xs" variant="subtle" onClick={() => setChosen(version)}>
        {q('activate')}
      </Button>
    );
  return (
    <>
      <FigureTable
        title={q('versions')}
        empty={q('nothingYet')}
        rows={versions}
        keyOf={({ id }) => String(id)}
        columns={[
          { key: 'version', label: q('version'), show: named },
          { key: 'made', label: q('made'), show: ({ madeAt }) => formatInstant(madeAt) },
          { key: 'auc', label: 'AUC', show: ({ quality }) => digits(quality?.auc ?? null, 3) },
          { key: 'reason', label: q('reason'), show: ({ reason }) => reason },
          { key: 'state', label: q('state'), show: stateOf },
        ]}
      />
      {chosen ? (
        <ReasonDialog
          title={q('why')}
          label={q('reason')}
          hint={q('whyHint')}
          submitLabel={q('activate')}
          save={(reason) => activate.mutateAsync({ id: chosen.id, reason })}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  );
};
