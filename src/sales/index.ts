export { bulkLoad, type PitchLoad } from './create-pitch.ts';
