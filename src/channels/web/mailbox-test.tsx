import type { OutputOf } from '../../ui/call.ts';
import type { api } from '../api.ts';
import { call } from './client.ts';
import type { MailboxDraft } from './mailbox-draft.ts';
import { TestButton } from './test-button.tsx';
import { useTexts } from '../../ui/texts.ts';
import { Verdict } from './verdict.tsx';
import css from './channels.module.css';

const Outcome = ({ tried }: { tried: OutputOf<typeof api, 'POST /api/channels/test'> }) => {
  const t = useTexts('channels');
  return (
    <ul className={css.tried}>
      {(['imap', 'smtp'] as const).map((server) => (
        <li key={server}>
          {t(`mailboxes.${server}`)}: <Verdict {...tried[server]} />
        </li>
      ))}
    </ul>
  );
};

/** Tries both servers of a mailbox and says of each what is wrong. */
export const MailboxTest = ({ draft, id }: { draft: MailboxDraft; id: number | null }) => {
  const { name: _, ...given } = draft;
  const input = { ...given, ...(id === null ? {} : { id }) };
  return <TestButton test={() => call('POST /api/channels/test', input)} outcome={Outcome} />;
};
