export { makeDemo } from './make-demo.ts';
export { type Random, randomOf } from './random.ts';
