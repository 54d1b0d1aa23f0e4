import { Button } from '@mantine/core';
import { useState } from 'react';
import { DurationField } from '../../../ui/form/duration-field.tsx';
import { formatDuration } from '../../../ui/format.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type OpenSegment, type SegmentNorm, useRead, useWrite } from '../client.ts';

/** What is promised to these people sooner than to everybody. */
export const Norms = ({ segment: { id } }: { segment: OpenSegment }) => {
  const t = useTexts('segments');
  const { data } = useRead('GET /api/segments/{id}/norms', { id });
  return (
    <section aria-label={t('open.norms')}>
      <p className="dim">{t('norms.hint')}</p>
      {data ? (
        <PickList>
          {data.norms.map((norm) => (
            <NormRow key={`${norm.kind} ${norm.targetSeconds}`} id={id} norm={norm} />
          ))}
        </PickList>
      ) : null}
    </section>
  );
};

const NormRow = ({ id, norm }: { id: number; norm: SegmentNorm }) => {
  const t = useTexts('segments');
  const may = useMay();
  const { kind, usualSeconds, targetSeconds } = norm;
  const [seconds, setSeconds] = useState<number | undefined>(targetSeconds ?? undefined);
  const set = useWrite('PUT /api/segments/{id}/norms/{kind}', ['/api/segments/{id}/norms']);
  const keep = (): void => {
    set
      .mutateAsync({ id, kind, targetSeconds: seconds ?? null })
      .then(() => notifyDone(t('norms.kept')), notifyProblem);
  };
  const isSame = (seconds ?? null) === targetSeconds;
  return (
    <PickRow
      title={t(`norms:kinds.${kind}`)}
      text={t('norms.usual', { time: formatDuration(usualSeconds) })}
    >
      <DurationField
        aria-label={t('norms.time')}
        placeholder={t('norms.time')}
        value={seconds}
        onChange={setSeconds}
        disabled={!may('norms.edit')}
        w={140}
      />
      <Button size="xs" disabled={isSame} loading={set.isPending} onClick={keep}>
        {t('norms.keep')}
      </Button>
    </PickRow>
  );
};
