import { useRef, useState } from 'react';
import { notifyProblem } from '../notify.tsx';
import { ComposerFrame } from './composer-frame.tsx';
import css from './composer.module.css';

type Props<Kind extends string> = {
  /** What the words can be, the usual first; `hint` stands in the empty field. */
  kinds: readonly { value: Kind; label: string; hint: string; maxLength: number }[];
  /** What the choice of kinds is called. */
  label: string;
  /** What the sheet of shortcuts says of the key that leads here. */
  keysLabel: string;
  saveLabel: string;
  /** Rejects where the words were not kept: they stay in the field. */
  onSave: (kind: Kind, text: string) => Promise<unknown>;
};

/** Writes something down while talking: words, what they are, and one key that keeps them. */
export const Composer = <Kind extends string>(props: Props<Kind>) => {
  const { kinds, label, keysLabel, saveLabel, onSave } = props;
  const [chosen, setChosen] = useState<Kind | null>(null);
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const kind = kinds.find(({ value }) => value === chosen) ?? kinds[0];
  if (!kind) return null;
  const words = text.trim();
  const isEmpty = words === '';
  const save = async (): Promise<void> => {
    if (isEmpty || isBusy) return;
    setBusy(true);
    try {
      await onSave(kind.value, words);
      setText('');
    } catch (failure) {
      notifyProblem(failure);
    }
    setBusy(false);
  };
  return (
    <ComposerFrame
      {...{ kinds, label, keysLabel, saveLabel, isEmpty, isBusy, field }}
      kind={kind.value}
      onKind={setChosen}
      onSave={() => void save()}
    >
      <textarea
        ref={field}
        className={css.text}
        rows={2}
        maxLength={kind.maxLength}
        value={text}
        readOnly={isBusy}
        placeholder={kind.hint}
        aria-label={kind.label}
        onChange={(event) => setText(event.target.value)}
      />
    </ComposerFrame>
  );
};
