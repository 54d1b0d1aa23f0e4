const key = 'bereg.offerSound';

export const isSoundOn = (): boolean => localStorage.getItem(key) === 'on';

export const keepSound = (isOn: boolean): void => localStorage.setItem(key, isOn ? 'on' : 'off');

const TONE_SECONDS = 0.18;
const notesHz = [660, 880];

/** Two short notes, made on the spot: nothing to load, and quiet enough for a shared room. */
export const playOffer = (): void => {
  const audio = new AudioContext();
  const loudness = audio.createGain();
  loudness.gain.value = 0.08;
  loudness.connect(audio.destination);
  for (const [at, frequency] of notesHz.entries()) {
    const note = audio.createOscillator();
    note.frequency.value = frequency;
    note.connect(loudness);
    note.start(audio.currentTime + at * TONE_SECONDS);
    note.stop(audio.currentTime + (at + 1) * TONE_SECONDS);
    if (at === notesHz.length - 1) note.addEventListener('ended', () => void audio.close());
  }
};
