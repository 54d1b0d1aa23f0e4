import { useState } from 'react';
import { useNavigate } from 'react-router';
import { asProblem } from '../../ui/problem-text.ts';
import { useRefresh } from '../../ui/query.ts';
import { Page } from '../../ui/show/page.tsx';
import { useTexts } from '../../ui/texts.ts';
import { upload } from '../../ui/upload.ts';
import { DropZone } from './drop-zone.tsx';
import css from './imports.module.css';
import { KindChoice, type Kind } from './kind-choice.tsx';
import { StepBar } from './step-bar.tsx';
import { WhatComes } from './what-comes.tsx';

type Sending = { fileName: string; share: number; stop: AbortController };

/** The beginning of an import: a file is dropped or chosen and goes at once. */
export const Component = () => {
  const t = useTexts('imports');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [kind, setKind] = useState<Kind>('subscribers');
  const [sending, setSending] = useState<Sending | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const send = async (file: File): Promise<void> => {
    const stop = new AbortController();
    const begun = { fileName: file.name, stop };
    setFailure(null);
    setSending({ ...begun, share: 0 });
    try {
      const made = await upload(
        'POST /api/imports',
        file,
        { kind },
        {
          signal: stop.signal,
          onProgress: (share) => setSending({ ...begun, share }),
        },
      );
      void refresh('/api/imports');
      void navigate(`/imports/${(made as { id: number }).id}`);
    } catch (problem) {
      if (!stop.signal.aborted) setFailure(asProblem(problem));
      setSending(null);
    }
  };
  return (
    <Page title={t('new.title')} backTo="/imports" layout="padded">
      <StepBar current="file" open={[]} />
      <KindChoice kind={kind} onChange={setKind} />
      <div className={css.beside}>
        <DropZone
          sending={sending}
          failure={failure}
          onFile={(file) => void send(file)}
          onStop={() => sending?.stop.abort()}
        />
        <WhatComes kind={kind} />
      </div>
    </Page>
  );
};
