import type { HookProvider } from '../../api/choices.ts';
import { generic } from './generic.ts';
import { mango } from './mango.ts';
import type { Provider } from './provider.ts';
import { zadarma } from './zadarma.ts';

export const providers: Readonly<Record<HookProvider, Provider>> = { mango, zadarma, generic };
