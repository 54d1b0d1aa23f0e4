export type Part = { field: string; fileName: string | null; bytes: Buffer };

/** The parts of a form that a browser or a program has sent, read after RFC 7578. */
export function readMultipart(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error('it is no form of parts');
  const fence = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let from = body.indexOf(fence) + fence.length;
  for (;;) {
    const to = body.indexOf(fence, from);
    if (to === -1) return parts;
    // Between the fences: a line's end, the head, an empty line, the bytes, a line's end.
    const part = body.subarray(from + 2, to - 2);
    const gap = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, gap).toString('utf8');
    parts.push({
      field: /[; ]name="([^"]*)"/.exec(head)?.[1] ?? '',
      fileName: /filename="([^"]*)"/.exec(head)?.[1] ?? null,
      bytes: part.subarray(gap + 4),
    });
    from = to + fence.length;
  }
}
