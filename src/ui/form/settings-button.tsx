import { Button, Modal } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useState } from 'react';

type Props = {
  title: string;
  /** What the dialog holds: a form that is given how to close it. */
  children: (close: () => void) => ReactNode;
};

/** Opens what a page goes by, in a dialog over it. */
export const SettingsButton = ({ title, children }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<SlidersHorizontal size={14} />}
        onClick={() => setOpen(true)}
      >
        {title}
      </Button>
      {isOpen ? (
        <Modal opened onClose={close} title={title} size={460}>
          {children(close)}
        </Modal>
      ) : null}
    </>
  );
};
