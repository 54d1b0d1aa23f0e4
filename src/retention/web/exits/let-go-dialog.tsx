import { Checkbox, Modal, Select, Textarea } from '@mantine/core';
import { Form } from '../../../ui/form/form.tsx';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { dayOf } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Case, casePaths, type ExitView, useRead, useWrite } from '../client.ts';
import { Settlement } from './settlement.tsx';

type Props = { found: Case; notice: ExitView['notices'][number]; onClose: () => void };
/** The day stands by the account, until another is named. */
type Values = { endsOn: string | null; accountId: string | null; isWaived: boolean; words: string };

/** No account ends with the number: more than it stands there. */
const NONE = 'none';

/** A number goes to another operator: which account ends with it, when, and what that costs. */
export const LetGoDialog = ({ found: { id, version }, notice, onClose }: Props) => {
  const t = useTexts('retention');
  const decide = useWrite('POST /api/cases/{id}/notices/{noticeId}', casePaths);
  const { data: now } = useRead('GET /api/cases/{id}/exit', { id });
  const form = useForm<Values, unknown>({
    initial: {
      endsOn: null,
      accountId: now?.accounts.length === 1 ? String(now.accounts[0]?.id) : null,
      // One application is charged for or waived as a whole.
      isWaived: now?.exit?.leavingFee === 'waived',
      words: '',
    },
    save: ({ endsOn, accountId, isWaived, words }) =>
      decide.mutateAsync({
        id,
        version,
        noticeId: notice.id,
        decision: 'accepted',
        endsOn: endsOn ?? lastDay(notice, now, accountId),
        ...(accountId === null ? {} : { accountId: accountId === NONE ? null : Number(accountId) }),
        leavingFee: isWaived ? 'waived' : 'charged',
        words,
      }),
    onSaved: onClose,
  });
  const { accountId } = form.values;
  const endsOn = form.values.endsOn ?? lastDay(notice, now, accountId);
  const asOf = useRead('GET /api/cases/{id}/exit', {
    id,
    endsOn: endsOn || lastDay(notice, now, accountId),
  });
  const view = asOf.data ?? now;
  const accounts = view?.accounts ?? [];
  const left = accounts.filter((account) => String(account.id) === accountId);
  return (
    <Modal opened onClose={onClose} title={t('notice.letGo', { number: notice.number })} size={480}>
      <Form form={form} submitLabel={t('notice.accept')} onCancel={onClose} isGuarded={false}>
        <p className="dim">{t('notice.honest')}</p>
        {accounts.length === 0 ? null : (
          <Select
            {...form.value('accountId')}
            label={t('notice.account')}
            required
            allowDeselect={false}
            data={[
              ...accounts.map((one) => ({ value: String(one.id), label: one.number })),
              { value: NONE, label: t('notice.noneEnds') },
            ]}
          />
        )}
        {view && left.length > 0 ? (
          <Settlement view={{ accounts: left, currency: view.currency }} />
        ) : null}
        {left.length > 0 ? (
          <DayInput {...form.value('endsOn')} value={endsOn} label={t('exit.ends')} required />
        ) : null}
        {view?.mayWaive && left.some(({ feeMinor }) => feeMinor > 0) ? (
          <>
            <Checkbox {...form.tick('isWaived')} label={t('exit.waive')} />
            <Textarea {...form.text('words')} label={t('cases.note')} autosize minRows={1} />
          </>
        ) : null}
      </Form>
    </Modal>
  );
};

/** The day of the deadline, or one before that the application names; none that is over. */
function lastDay({ dueAt }: Props['notice'], now: ExitView | undefined, of: string | null): string {
  const due = dayOf(dueAt);
  const ends = now?.exit?.accounts.find(({ id }) => String(id) === of)?.endsOn ?? due;
  const earlier = ends < due ? ends : due;
  return now && earlier < now.today ? now.today : earlier;
}
