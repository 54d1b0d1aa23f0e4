import { Button } from '@mantine/core';
import { Receipt } from 'lucide-react';
import { Link } from 'react-router';
import { formatDay } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { EmptyState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';

/** Why nothing was charged yet, and where that is set. */
export const NoRuns = ({ beginsOn }: { beginsOn: string | null }) => {
  const t = useTexts('billing');
  const may = useMay();
  const isAhead = beginsOn !== null && Date.parse(beginsOn) > serverNow();
  return (
    <EmptyState
      icon={Receipt}
      title={
        beginsOn === null
          ? t('charges.off')
          : isAhead
            ? t('charges.beginsOn', { on: formatDay(beginsOn) })
            : t('charges.empty')
      }
      text={t(
        beginsOn === null
          ? 'charges.offText'
          : isAhead
            ? 'charges.beginsText'
            : 'charges.emptyText',
      )}
    >
      {may('billing.settings') ? (
        <Button renderRoot={(root) => <Link {...root} to="/settings/charging" />}>
          {t('charges.settings')}
        </Button>
      ) : null}
    </EmptyState>
  );
};
