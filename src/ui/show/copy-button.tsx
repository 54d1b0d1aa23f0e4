import { Button, type ButtonProps } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { notifyProblem } from '../notify.tsx';
import { useTexts } from '../texts.ts';

/**
 * Copies what is shown beside it; `variant="filled"` where that is shown only once. A browser hands
 * its clipboard out on https only: elsewhere there is no button, and a click on the text takes it.
 */
export const CopyButton = ({ text, ...button }: ButtonProps & { text: string }) => {
  const t = useTexts();
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(() => setCopied(true), notifyProblem);
  };
  if (!globalThis.isSecureContext) return null;
  return (
    <Button
      {...button}
      leftSection={isCopied ? <Check size={14} /> : <Copy size={14} />}
      onClick={copy}
    >
      {t(isCopied ? 'page.copied' : 'page.copy')}
    </Button>
  );
};
