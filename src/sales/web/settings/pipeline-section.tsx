import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { raised } from '../../../ui/raised.ts';
import { PickList } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Pipeline, settingsPaths, type Stage, useWrite } from '../client.ts';
import { EditPipeline } from './edit-pipeline.tsx';
import { EditStage } from './edit-stage.tsx';
import { StageRow } from './stage-row.tsx';
import { PipelineHead } from './pipeline-head.tsx';

type Props = { pipeline: Pipeline; all: readonly Pipeline[]; at: number };

/** One pipeline and its stages from the first to the last before a deal is won. */
export const PipelineSection = ({ pipeline, all, at }: Props) => {
  const t = useTexts('sales');
  const [open, setOpen] = useState<Stage | 'new' | 'pipeline' | null>(null);
  const order = useWrite('PUT /api/pipelines/order', settingsPaths);
  const orderStages = useWrite('PUT /api/pipelines/{id}/stages/order', settingsPaths);
  const { id, name, stages, isArchived } = pipeline;
  const close = (): void => setOpen(null);
  const raise = (): void => {
    const ids = all.map((one) => one.id);
    order.mutateAsync({ ids: raised(ids, at) }).catch(notifyProblem);
  };
  const raiseStage = (place: number) => (): void => {
    const ids = stages.map((stage) => stage.id);
    orderStages.mutateAsync({ id, ids: raised(ids, place) }).catch(notifyProblem);
  };
  return (
    <section aria-label={name}>
      <PipelineHead
        pipeline={pipeline}
        onRaise={at === 0 || isArchived ? null : raise}
        onEdit={() => setOpen('pipeline')}
      />
      <PickList>
        {stages.map((stage, place) => (
          <StageRow
            key={stage.id}
            stage={stage}
            onOpen={() => setOpen(stage)}
            onRaise={place === 0 || stage.isArchived ? null : raiseStage(place)}
          />
        ))}
      </PickList>
      <Button
        size="xs"
        variant="subtle"
        leftSection={<Plus size={14} />}
        onClick={() => setOpen('new')}
      >
        {t('settings.addStage')}
      </Button>
      {open === 'pipeline' ? <EditPipeline pipeline={pipeline} all={all} onClose={close} /> : null}
      {open !== null && open !== 'pipeline' ? (
        <EditStage
          pipeline={pipeline}
          stage={open === 'new' ? null : open}
          all={all}
          onClose={close}
        />
      ) : null}
    </section>
  );
};
