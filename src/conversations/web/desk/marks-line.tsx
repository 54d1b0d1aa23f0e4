import { LabelChips } from '../../../work/web/index.tsx';
import { AlikeButton } from '../act/alike-button.tsx';
import type { Opened } from '../api.ts';
import css from './conversation.module.css';

/** What it bears, and whether others look alike; nothing where there is neither. */
export const MarksLine = ({ conversation }: { conversation: Opened }) => (
  <div className={css.labels}>
    <LabelChips labels={conversation.labels} />
    <AlikeButton conversation={conversation} />
  </div>
);
