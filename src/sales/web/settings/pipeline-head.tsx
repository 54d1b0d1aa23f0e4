import { ActionIcon } from '@mantine/core';
import { ArrowUp, Pencil } from 'lucide-react';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Pipeline } from '../client.ts';
import css from './settings.module.css';

type Props = { pipeline: Pipeline; onRaise: (() => void) | null; onEdit: () => void };

/** What a pipeline is called, and what is done with it as a whole. */
export const PipelineHead = ({ pipeline: { name, isArchived }, onRaise, onEdit }: Props) => {
  const t = useTexts('sales');
  return (
    <div className={css.head}>
      <h2 className="cut">{name}</h2>
      {isArchived ? <Badge>{t('settings.off')}</Badge> : null}
      <span className={css.gap} />
      {onRaise ? (
        <ActionIcon aria-label={t('settings.raise', { name })} onClick={onRaise}>
          <ArrowUp size={14} />
        </ActionIcon>
      ) : null}
      <ActionIcon aria-label={t('settings.edit', { name })} onClick={onEdit}>
        <Pencil size={14} />
      </ActionIcon>
    </div>
  );
};
