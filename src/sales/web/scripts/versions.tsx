import { Button } from '@mantine/core';
import { useState } from 'react';
import { undoToast } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Script, useRead } from '../client.ts';
import { Preview } from './preview.tsx';
import { useScriptActs } from './use-script-acts.ts';
import css from './scripts.module.css';

type Version = Script['versions'][number];
type Props = { script: Script; onAnew: () => void };

/** Versions that were published, newest first: what came of each, and the way back to it. */
export const Versions = ({ script, onAnew }: Props) => {
  const t = useTexts('sales');
  const [shown, setShown] = useState<number>();
  const back = useBack(script, onAnew);
  const { id, versions } = script;
  return (
    <section className={css.versions} aria-label={t('scripts.versions')}>
      <div className={css.versionsHead}>
        <h2>{t('scripts.versions')}</h2>
        <ScriptPlace script={script} onAnew={onAnew} />
      </div>
      {versions.length === 0 ? <p className="dim">{t('scripts.noVersions')}</p> : null}
      {versions.length > 0 ? (
        <PickList>
          {versions.map((one) => (
            <VersionRow
              key={one.id}
              version={one}
              onShow={() => setShown(one.number)}
              onReturn={() => void back(one.number)}
            />
          ))}
        </PickList>
      ) : null}
      {shown === undefined ? null : (
        <VersionPreview id={id} number={shown} onClose={() => setShown(undefined)} />
      )}
    </section>
  );
};

/** Lets sales begin with a former version; for a while that can be taken back. */
const useBack = ({ id, version, number }: Script, onAnew: () => void) => {
  const t = useTexts('sales');
  const act = useScriptActs();
  return async (to: number): Promise<void> => {
    if (!(await act('PUT /api/sale-scripts/{id}/current', { id, version, number: to }))) return;
    onAnew();
    if (number === null) return;
    undoToast({
      text: t('scripts.returned', { number: to }),
      undo: async () => {
        await act('PUT /api/sale-scripts/{id}/current', { id, version: version + 1, number });
        onAnew();
      },
    });
  };
};

/** Whether sales begin with the script, and whether it is put away. */
const ScriptPlace = ({ script, onAnew }: Props) => {
  const t = useTexts('sales');
  const act = useScriptActs();
  const { id, version, isUsed, isArchived, number } = script;
  if (isUsed) return null;
  const run = async (done: Promise<boolean>): Promise<void> => {
    if (await done) onAnew();
  };
  return (
    <>
      {number === null ? null : (
        <Button
          size="xs"
          onClick={() => void run(act('POST /api/sale-scripts/{id}/use', { id, version }))}
        >
          {t('scripts.use')}
        </Button>
      )}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        onClick={() => {
          const input = { id, version, isArchived: !isArchived };
          void run(act('POST /api/sale-scripts/{id}/archive', input));
        }}
      >
        {t(isArchived ? 'scripts.unarchive' : 'scripts.archive')}
      </Button>
    </>
  );
};

type RowProps = { version: Version; onShow: () => void; onReturn: () => void };

const VersionRow = ({ version, onShow, onReturn }: RowProps) => {
  const t = useTexts('sales');
  const { number, sales, agreed, isCurrent } = version;
  return (
    <PickRow
      title={t('scripts.version', { number })}
      text={<Made version={version} />}
      onPick={onShow}
    >
      <span className="dim tabular">
        {sales === 0 ? t('scripts.noSales') : t('scripts.sales', { count: sales, agreed })}
      </span>
      {isCurrent ? (
        <Badge tone="green">{t('scripts.current')}</Badge>
      ) : (
        <Button size="xs" onClick={onReturn}>
          {t('scripts.return')}
        </Button>
      )}
    </PickRow>
  );
};

const Made = ({ version: { madeAt, madeBy } }: { version: Version }) => (
  <>
    <Instant at={madeAt} />
    {madeBy === null ? null : ` · ${madeBy}`}
  </>
);

type PreviewProps = { id: number; number: number; onClose: () => void };

const VersionPreview = ({ id, number, onClose }: PreviewProps) => {
  const t = useTexts('sales');
  const { data } = useRead('GET /api/sale-scripts/{id}/versions/{number}', { id, number });
  const title = t('scripts.version', { number });
  return data ? <Preview steps={data.steps} title={title} onClose={onClose} /> : null;
};
