import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import { History } from 'lucide-react';
import { useState } from 'react';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from './client.ts';
import css from './bulk.module.css';
import { PastChange } from './past-change.tsx';

const route = 'GET /api/{entity}/bulk-changes';

/** One's own changes of many, each with its way back for a month. */
export const PastChanges = ({ entity }: { entity: string }) => {
  const t = useTexts('work');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Tooltip label={t('bulk.past')}>
        <ActionIcon aria-label={t('bulk.past')} onClick={() => setOpen(true)}>
          <History size={16} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('bulk.past')} size="lg">
        <Changes entity={entity} />
      </Modal>
    </>
  );
};

const Changes = ({ entity }: { entity: string }) => {
  const t = useTexts('work');
  const read = useRead(route, { entity }, { staleMs: 0 });
  if (read.isError) return <ErrorState failure={read.error} />;
  if (!read.data) return <SkeletonLine widthPx={300} />;
  const { changes } = read.data;
  if (changes.length === 0) return <p className="dim">{t('bulk.noPast')}</p>;
  return (
    <ul className={css.changes}>
      {changes.map((change) => (
        <PastChange key={change.id} entity={entity} change={change} />
      ))}
    </ul>
  );
};
