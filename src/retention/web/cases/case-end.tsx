import { Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Case, casePaths, useRead, useWrite } from '../client.ts';
import css from './desk.module.css';

type Outcome = 'stays' | 'left_part' | 'unreached' | 'mistake';

/** How it ends: they stay, they were not reached, it was no wish; or they leave. */
export const CaseEnd = ({ found }: { found: Case }) => {
  const t = useTexts('retention');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const reopen = useWrite('POST /api/cases/{id}/reopen', casePaths);
  const { id, version, state } = found;
  const { data: leaving } = useRead('GET /api/cases/{id}/exit', { id });
  if (state === 'closed') {
    return found.outcome === 'left' || found.outcome === 'left_part' ? null : (
      <div className={css.line}>
        <Action
          size="xs"
          loading={reopen.isPending}
          onClick={() => void reopen.mutateAsync({ id, version }).catch(notifyProblem)}
        >
          {t('cases.reopen')}
        </Action>
      </div>
    );
  }
  // Who leaves is asked nothing any more: the exit closes the case by itself.
  if (leaving?.exit) return null;
  // Who has given a number away does not stay as they were.
  const good = found.hasLetNumberGo ? 'left_part' : 'stays';
  const isKept = found.reasonGroup?.takesOffers === true;
  const missing =
    found.reason === null ? t('cases.reasonFirst') : found.spokenAt ? null : t('cases.spokenFirst');
  return (
    <div className={css.line}>
      {([good, 'unreached', 'mistake'] as const).map((one) => (
        <Action
          key={one}
          size="xs"
          variant={one === good && !found.isAngry && isKept ? 'filled' : 'default'}
          disabled={one === 'stays' && missing !== null}
          onClick={() => setOutcome(one)}
        >
          {t(`cases.end.${one}`)}
        </Action>
      ))}
      {good === 'stays' && missing ? <span className="dim">{missing}</span> : null}
      {outcome === null ? null : (
        <EndDialog found={found} outcome={outcome} onClose={() => setOutcome(null)} />
      )}
    </div>
  );
};

type Props = { found: Case; outcome: Outcome; onClose: () => void };

const EndDialog = ({ found: { id, version }, outcome, onClose }: Props) => {
  const t = useTexts('retention');
  const close = useWrite('POST /api/cases/{id}/close', casePaths);
  const form = useForm<{ note: string }, unknown>({
    initial: { note: '' },
    save: (values) => close.mutateAsync({ id, version, outcome, ...values }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t(`cases.end.${outcome}`)} size={420}>
      <Form form={form} submitLabel={t('cases.close')} onCancel={onClose} isGuarded={false}>
        <p className="dim">{t(`cases.endText.${outcome}`)}</p>
        <Textarea
          {...form.text('note')}
          label={t('cases.note')}
          autosize
          minRows={2}
          data-autofocus
        />
      </Form>
    </Modal>
  );
};
