import { Button } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';

/** Copies what is shown only once. */
export const CopyButton = ({ text }: { text: string }) => {
  const t = useTexts('staff');
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(() => setCopied(true), notifyProblem);
  };
  return (
    <Button
      variant="filled"
      leftSection={isCopied ? <Check size={14} /> : <Copy size={14} />}
      onClick={copy}
    >
      {t(isCopied ? 'copied' : 'copy')}
    </Button>
  );
};
