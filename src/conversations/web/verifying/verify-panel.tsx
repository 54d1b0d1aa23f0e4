import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { formatInstant } from '../../../ui/format.ts';
import { Action } from '../../../ui/show/action.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Opened, useRead } from '../api.ts';
import { VerifyForms } from './verify-forms.tsx';
import css from './verify.module.css';

/** Whether whoever is on the line was verified; until then, by what they can be. */
export const VerifyPanel = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const may = useMay();
  const [isUnfolded, setUnfolded] = useState(false);
  const { data } = useRead('GET /api/conversations/{id}/verification', { id: conversation.id });
  if (!data || data.mode === 'off') return null;
  const { last } = data;
  const done = last !== null && last.result !== 'failed' ? last : null;
  if (!done && (conversation.state !== 'open' || !conversation.isMine)) return null;
  const isPassed = done?.result === 'passed';
  const Sign = isPassed ? ShieldCheck : ShieldAlert;
  const isAsk = data.mode === 'ask';
  const result = isAsk && done?.result === 'overridden' ? 'marked' : done?.result;
  const said = done
    ? t(`verify.${result}`, { means: t(`verify.means.${done.means}`) })
    : t(`verify.needed.${data.mode}`);
  const mayVerify = !done && may('conversations.work');
  // Where nothing is hidden, a line reminds of it, and the fields stand out of the way.
  const isFolded = isAsk && !isUnfolded;
  return (
    <section
      className={css.panel}
      aria-label={t('verify.title')}
      data-tone={isPassed ? 'passed' : 'open'}
    >
      <div className={css.head}>
        <Sign size={16} aria-hidden="true" />
        <span>{said}</span>
        {mayVerify && isFolded ? (
          <Action
            size="compact-xs"
            variant="default"
            ml="auto"
            keys="KeyV"
            keysLabel={t('verify.title')}
            onClick={() => setUnfolded(true)}
          >
            {t('verify.check')}
          </Action>
        ) : null}
      </div>
      {done ? (
        <p className="dim">
          {[done.reason, done.staffName, formatInstant(done.at, 'time')]
            .filter(Boolean)
            .join(' · ')}
        </p>
      ) : null}
      {mayVerify && !isFolded ? <VerifyForms id={conversation.id} verification={data} /> : null}
    </section>
  );
};
