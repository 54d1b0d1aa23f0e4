import { Button } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { problemText } from '../../ui/problem-text.ts';
import { Progress } from '../../ui/show/progress.tsx';
import { useTexts } from '../../ui/texts.ts';
import css from './drop-zone.module.css';

type Props = {
  sending: { fileName: string; share: number } | null;
  failure: unknown;
  onFile: (file: File) => void;
  onStop: () => void;
};

/** Takes one file, dropped anywhere on it or chosen, and shows how much of it has gone. */
export const DropZone = ({ sending, failure, onFile, onStop }: Props) => {
  const t = useTexts('imports');
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !sending) onFile(file);
  };
  return (
    <div
      className={css.zone}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp size={28} strokeWidth={1.5} />
      {sending ? (
        <Sending sending={sending} onStop={onStop} />
      ) : (
        <Choice failure={failure} onFile={onFile} />
      )}
      {failure && !sending ? (
        <p className={css.failure} role="alert">
          {problemText(failure)}
        </p>
      ) : null}
      <p className="dim">{t('new.formats')}</p>
      <p className={css.foot}>{t('new.text')}</p>
    </div>
  );
};

const Choice = ({ failure, onFile }: Pick<Props, 'failure' | 'onFile'>) => {
  const t = useTexts('imports');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <p className={css.words}>{t('new.drop')}</p>
      <Button variant="filled" onClick={() => field.current?.click()}>
        {t(failure ? 'new.chooseOther' : 'new.choose')}
      </Button>
      <label htmlFor={id} className="visually-hidden">
        {t('new.field')}
      </label>
      <input
        ref={field}
        id={id}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        accept=".csv,.txt,.tsv,.xlsx,.xlsm"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
};

const Sending = (props: { sending: NonNullable<Props['sending']>; onStop: () => void }) => {
  const t = useTexts('imports');
  const { fileName, share } = props.sending;
  return (
    <>
      <p className={css.words}>{fileName}</p>
      <div className={css.progress}>
        {share < 1 ? (
          <Progress share={share} label={t('new.sending')}>
            {t('new.sending')}
          </Progress>
        ) : (
          <Progress label={t('new.reading')}>{t('new.reading')}</Progress>
        )}
      </div>
      <Button size="xs" onClick={props.onStop}>
        {t('new.stop')}
      </Button>
    </>
  );
};
