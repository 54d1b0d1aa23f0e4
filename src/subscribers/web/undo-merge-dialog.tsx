import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { notifyDone, notifyProblem } from '../../ui/notify.tsx';
import { useRefresh } from '../../ui/query.ts';
import { Segmented } from '../../ui/show/segmented.tsx';
import { ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import css from './aside/aside.module.css';
import { useRead, useWrite } from './client.ts';
import { useFieldWords } from './field-words.ts';

type Decision = 'keep' | 'putBack';
type Movable = { kind: 'contact' | 'contact_person' | 'document' | 'address' | 'need'; id: number };

type Undoing = { keep: string[]; putBack: string[]; move: Movable[] };

const useUndo = (mergeId: number, onClose: () => void) => {
  const t = useTexts('subscribers');
  const refresh = useRefresh();
  const { isPending, isSuccess, mutateAsync } = useWrite(
    'POST /api/subscribers/merges/{mergeId}/undo',
    [],
  );
  const run = (decided: Undoing): void => {
    mutateAsync({ mergeId, ...decided }).then(() => {
      notifyDone(t('undo.done'));
      // Closed first: of a merge that is undone nothing can be read any more.
      onClose();
      void refresh('/api/subscribers');
    }, notifyProblem);
  };
  return { isPending, isBegun: isPending || isSuccess, run };
};

/** Undoes a merge; asks only about what was edited or added since. */
export const UndoMergeDialog = (props: { mergeId: number; onClose: () => void }) => {
  const { mergeId, onClose } = props;
  const t = useTexts('subscribers');
  const undo = useUndo(mergeId, onClose);
  // News of the undoing may come before its answer, and would ask again for what is no more.
  const preview = useRead(
    'GET /api/subscribers/merges/{mergeId}',
    { mergeId },
    { isEnabled: !undo.isBegun },
  );
  const [decisions, setDecisions] = useState<Record<string, Decision>>({});
  const [move, setMove] = useState<Movable[]>([]);
  const edited = preview.data?.edited ?? [];
  const of = (field: string): Decision => decisions[field] ?? 'keep';
  const run = (): void => {
    const fields = (wanted: Decision) =>
      edited.filter(({ field }) => of(field) === wanted).map(({ field }) => field);
    undo.run({ keep: fields('keep'), putBack: fields('putBack'), move });
  };
  return (
    <Modal opened onClose={onClose} title={t('undo.title')} size="lg">
      {preview.isError ? <ErrorState failure={preview.error} /> : null}
      <p>
        {t('undo.text', { name: preview.data?.fromName ?? '', id: preview.data?.fromId ?? '' })}
      </p>
      {edited.map(({ field, now, before }) => (
        <Edited
          key={field}
          field={field}
          now={now}
          before={before}
          decision={of(field)}
          onDecide={(decision) => setDecisions({ ...decisions, [field]: decision })}
        />
      ))}
      {(preview.data?.addedSince ?? []).length > 0 ? <p>{t('undo.added')}</p> : null}
      {preview.data?.addedSince.map((row) => {
        const isChosen = move.some((one) => one.kind === row.kind && one.id === row.id);
        return (
          <Checkbox
            key={`${row.kind} ${row.id}`}
            label={`${t(`choices.movable.${row.kind}`)}: ${row.text}`}
            checked={isChosen}
            onChange={() =>
              setMove(
                isChosen
                  ? move.filter((one) => one.kind !== row.kind || one.id !== row.id)
                  : [...move, { kind: row.kind, id: row.id }],
              )
            }
          />
        );
      })}
      <div className={css.buttons}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('words.cancel')}
        </Button>
        <Button variant="filled" loading={undo.isPending} disabled={!preview.data} onClick={run}>
          {t('undo.run')}
        </Button>
      </div>
    </Modal>
  );
};

const Edited = (props: {
  field: string;
  now: unknown;
  before: unknown;
  decision: Decision;
  onDecide: (decision: Decision) => void;
}) => {
  const { label, shown } = useFieldWords();
  const t = useTexts('subscribers');
  const { field } = props;
  return (
    <div className={css.need}>
      <div>{label(field)}</div>
      <Segmented
        label={label(field)}
        value={props.decision}
        options={[
          { value: 'keep', label: t('undo.keep', { value: shown(field, props.now) }) },
          { value: 'putBack', label: t('undo.putBack', { value: shown(field, props.before) }) },
        ]}
        onChange={props.onDecide}
      />
    </div>
  );
};
