import { useEffect } from 'react';

/** Names the browser's tab after the page. */
export const useTabTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Берег`;
  }, [title]);
};
