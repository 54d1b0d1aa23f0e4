import { ActionIcon } from '@mantine/core';
import { Paperclip, TriangleAlert, X } from 'lucide-react';
import { problemText } from '../../problem-text.ts';
import { Progress } from '../../show/progress.tsx';
import { useSizeWords } from '../../size-words.ts';
import { useTexts } from '../../texts.ts';
import css from './files.module.css';

export type Attached = {
  key: string;
  name: string;
  sizeBytes: number;
  /** How much of it has gone up; absent of one that is there. */
  share?: number;
  /** Why it did not come there. */
  failure?: unknown;
};

/** Files that go with what is being written, each with its size and a cross to take it off. */
export const AttachedFiles = (props: {
  files: readonly Attached[];
  onRemove: (key: string) => void;
}) => {
  const t = useTexts();
  if (props.files.length === 0) return null;
  return (
    <ul className={css.list} aria-label={t('files.attached')}>
      {props.files.map((file) => (
        <AttachedFile key={file.key} file={file} onRemove={() => props.onRemove(file.key)} />
      ))}
    </ul>
  );
};

const AttachedFile = ({ file, onRemove }: { file: Attached; onRemove: () => void }) => {
  const t = useTexts();
  const sizeOf = useSizeWords();
  const { name, sizeBytes, share, failure } = file;
  const isFailed = failure !== undefined && failure !== null;
  const Sign = isFailed ? TriangleAlert : Paperclip;
  return (
    <li className={css.file} data-failed={isFailed || undefined}>
      <Sign size={13} aria-hidden="true" />
      <span className={css.name} title={name}>
        {name}
      </span>
      <span className={css.size}>{sizeOf(sizeBytes)}</span>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t('files.remove', { name })}
        title={t('files.remove', { name })}
        onClick={onRemove}
      >
        <X size={14} />
      </ActionIcon>
      {isFailed ? (
        <span className={css.failure} role="alert">
          {problemText(failure)}
        </span>
      ) : null}
      {share === undefined || isFailed ? null : (
        <span className={css.progress}>
          <Progress share={share} label={t('files.going', { name })} />
        </span>
      )}
    </li>
  );
};
