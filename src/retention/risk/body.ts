import { deserialize, serialize } from 'node:v8';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { Additive } from '../model/additive.ts';
import type { Binning } from '../model/binning.ts';
import type { Trees } from '../model/fit-trees.ts';
import type { KnownFact } from './choose-reasons.ts';
import type { Spread } from './drift.ts';
import type { Hazard } from './hazard.ts';
import type { Rule } from './scorecard.ts';

/** What scores when a version is in force. */
export type Body =
  | {
      kind: 'model';
      binnings: readonly Binning[];
      /** Its parts are the reasons, also where trees were clearly better and make the score. */
      additive: Additive;
      trees: Trees | null;
      hazard: Hazard;
      /** In the order of the binnings. */
      facts: readonly KnownFact[];
      spreads: readonly Spread[];
      /** The learnt scores: nine cuts between ten parts of them. */
      scoreCuts: Float64Array;
    }
  | { kind: 'scorecard'; rules: readonly Rule[]; hazard: Hazard };

export function packBody(body: Body): Buffer {
  return brotliCompressSync(serialize(body));
}

export function unpackBody(packed: Buffer): Body {
  return deserialize(brotliDecompressSync(packed)) as Body;
}
