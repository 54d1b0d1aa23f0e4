import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { addressText } from './address-text.ts';
import { understandAddress } from './understand-address.ts';

type Preview = {
  isUnderstood: boolean;
  text: string;
  buildingId: number | null;
  premiseId: number | null;
};

/** How an address will be kept, while it is still being typed. */
export async function previewAddress(ctx: Ctx, input: { text: string }): Promise<Result<Preview>> {
  const place = await understandAddress(ctx, input.text);
  if (!place)
    return ok({ isUnderstood: false, text: input.text, buildingId: null, premiseId: null });
  const { buildingId, premiseId } = place;
  const text = addressText({ ...place, rawText: input.text }, ctx.language);
  return ok({ isUnderstood: true, text, buildingId, premiseId });
}
