/**
 * Joins the lines that a program broke for the way (RFC 3676): a line that ends in a space goes on
 * in the next of the same depth of quotation. `-- ` above a signature ends in a space as well.
 */
export function unflow(text: string, isSpaceDropped: boolean): string {
  const out: string[] = [];
  let open: { marks: string; pieces: string[] } | null = null;
  const close = () => {
    if (open) out.push(withMarks(open.marks, open.pieces.join('')));
    open = null;
  };
  for (const line of text.split('\n')) {
    const marks = /^>*/.exec(line)?.[0] ?? '';
    const content = line.slice(marks.length).replace(/^ /, '');
    const isSignature = content === '-- ';
    const isFlowed = content.endsWith(' ') && !isSignature;
    if (open !== null && (open.marks !== marks || isSignature)) close();
    open ??= { marks, pieces: [] };
    open.pieces.push(isFlowed && isSpaceDropped ? content.slice(0, -1) : content);
    if (!isFlowed) close();
  }
  close();
  return out.join('\n');
}

const withMarks = (marks: string, content: string) =>
  marks === '' ? content : `${marks} ${content}`.trimEnd();
