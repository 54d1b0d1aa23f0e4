/** "13:00–13:30, 17:00-17:15" as spans; what is no such span is left to the server to refuse. */
export const readBreaks = (text: string): { from: string; to: string }[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [from = '', to = ''] = part.split(/\s*[–—-]\s*/);
      return { from, to };
    });
