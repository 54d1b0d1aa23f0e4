/**
 * A file that turns out broken, or dangerous, while it is being read. Thrown from inside the
 * streams, where no value can be returned, and turned back into a failure by whoever reads.
 */
export class BrokenFile extends Error {
  readonly code: string;
  readonly params: Record<string, string | number>;

  constructor(code: string, params: Record<string, string | number> = {}) {
    super(code);
    this.code = `imports.${code}`;
    this.params = params;
  }
}
