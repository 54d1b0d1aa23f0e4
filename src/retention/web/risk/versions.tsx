import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatInstant, formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { ActivateDialog } from './activate-dialog.tsx';
import type { Version } from './client.ts';
import { Sheet } from './sheet.tsx';

/** What was learnt so far, and the way back to any of it. */
export const Versions = ({ versions }: { versions: readonly Version[] }) => {
  const t = useTexts('retention');
  const q = (key: string): string => t(`risk.quality.${key}`);
  const [chosen, setChosen] = useState<Version | null>(null);
  return (
    <>
      <Sheet
        title={q('versions')}
        head={[q('version'), q('made'), 'AUC', q('reason'), '']}
        lines={versions.map((version) => ({
          key: String(version.id),
          cells: [
            version.kind === 'scorecard' ? q('scorecard') : String(version.id),
            formatInstant(version.madeAt),
            version.quality?.auc == null ? '—' : formatNumber(version.quality.auc, 3),
            version.reason,
            version.isInForce ? (
              <Badge key="state" tone="green">
                {q('inForce')}
              </Badge>
            ) : (
              <Button key="act" size="xs" variant="subtle" onClick={() => setChosen(version)}>
                {q('activate')}
              </Button>
            ),
          ],
        }))}
      />
      {chosen ? <ActivateDialog version={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  );
};
