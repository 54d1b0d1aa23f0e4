/** Reads numbers and runs of bytes one after another; beyond the end everything is empty. */
export class TnefBytes {
  readonly #bytes: Buffer;
  at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  number(size: 1 | 2 | 4): number {
    const isThere = this.at + size <= this.#bytes.length;
    const value = isThere ? this.#bytes.readUIntLE(this.at, size) : 0;
    this.at += size;
    return value;
  }

  run(length: number): Buffer {
    const found = this.#bytes.subarray(this.at, this.at + length);
    this.at += length;
    return found;
  }

  /** Values of MAPI begin at every fourth byte. */
  skipToFour(): void {
    this.at += (4 - (this.at % 4)) % 4;
  }
}
