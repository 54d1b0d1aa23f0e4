export { bulkLoad, type PitchLoad } from './pitches/create-pitch.ts';
