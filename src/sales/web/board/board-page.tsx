import { Select } from '@mantine/core';
import { useNavigate, useSearchParams } from 'react-router';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useSalesWords } from '../use-sales-words.ts';
import { BoardLinks } from './board-links.tsx';
import { OpenBoard } from './open-board.tsx';
import { useBoard } from './use-board.ts';
import css from './board.module.css';

const whose = ['all', 'mine', 'late'] as const;

/** Deals of a pipeline, a column for each stage. */
export const Component = () => {
  const t = useTexts('sales');
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const { pipelines } = useSalesWords();
  const pipelineId = Number(params.get('pipeline')) || undefined;
  const shown = whose.find((one) => one === params.get('shown')) ?? 'all';
  const boardOf = useBoard({
    ...(pipelineId === undefined ? {} : { pipelineId }),
    isMine: shown === 'mine',
    isLate: shown === 'late',
  });
  const { board, failure, load } = boardOf;
  const put = (key: string, value: string): void =>
    setParams((before) => {
      before.set(key, value);
      return before;
    });
  const pipeline = pipelines.find(({ id }) => id === board?.pipelineId);
  return (
    <Page
      title={t('deals.list')}
      actions={
        <>
          <BoardLinks />
          <CreateAction onClick={() => void navigate(`/deals/new?pipeline=${board?.pipelineId}`)}>
            {t('deals.new')}
          </CreateAction>
        </>
      }
    >
      <div className={css.page}>
        <div className={css.tools}>
          {pipelines.length > 1 ? (
            <Select
              aria-label={t('fields.pipelineId')}
              allowDeselect={false}
              value={String(board?.pipelineId ?? '')}
              data={pipelines.map(({ id, name }) => ({ value: String(id), label: name }))}
              onChange={(value) => put('pipeline', value ?? '')}
            />
          ) : null}
          <Segmented
            label={t('board.shown')}
            value={shown}
            options={whose.map((value) => ({ value, label: t(`board.whose.${value}`) }))}
            onChange={(value) => put('shown', value)}
          />
        </div>
        {failure !== null && !board ? (
          <ErrorState failure={failure} onRetry={() => void load()} />
        ) : null}
        {board && pipeline ? (
          <OpenBoard key={board.pipelineId} {...boardOf} board={board} stages={pipeline.stages} />
        ) : null}
      </div>
    </Page>
  );
};
