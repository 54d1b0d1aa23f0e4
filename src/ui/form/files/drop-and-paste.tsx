import { useEffect, useEffectEvent, useState } from 'react';
import { useTexts } from '../../texts.ts';
import css from './files.module.css';

type Props = {
  /** Where files may be dropped: whatever bears this attribute around the form. */
  onFiles: (files: readonly File[]) => void;
};

const bringsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** Words from a text editor come with a picture of themselves: the words are meant. */
const pastedFiles = ({ clipboardData }: ClipboardEvent): File[] =>
  clipboardData === null || clipboardData.types.includes('text/plain')
    ? []
    : [...clipboardData.files];

/** A picture from the clipboard is called `image.png`, each of them. */
const named = (file: File, word: string): File => {
  if (!/^image\.\w+$/.test(file.name)) return file;
  const at = new Date().toLocaleTimeString('ru', { hour12: false }).replaceAll(':', '-');
  const name = `${word} ${at}.${file.name.split('.').at(-1)}`;
  return new File([file], name, { type: file.type });
};

/**
 * Takes files that are dropped anywhere on the page, which else would open in its place, and those
 * that are pasted; says where they go while they are held over it.
 */
export const DropAndPaste = ({ onFiles }: Props) => {
  const t = useTexts();
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent((files: readonly File[]) => {
    if (files.length > 0) onFiles(files.map((file) => named(file, t('files.pasted'))));
  });
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const over = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (!bringsFiles(event)) return;
      event.preventDefault();
      take([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = (event: ClipboardEvent): void => {
      const files = pastedFiles(event);
      if (files.length === 0) return;
      event.preventDefault();
      take(files);
    };
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('drop', drop, { signal });
    document.addEventListener('paste', paste, { signal });
    return () => leaving.abort();
  }, []);
  return isOver ? <div className={css.over}>{t('files.drop')}</div> : null;
};
