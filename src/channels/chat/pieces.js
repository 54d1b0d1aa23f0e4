/** @param {string} tag @param {Record<string, string>} [attributes] @param {(Node | string)[]} children */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** So long a browser may take to begin with what it saves. */
const KEPT_MS = 60_000;

/**
 * A file of the talk, which a press saves.
 * @typedef {{ id: number, name: string, sizeBytes: number }} Sent
 * @param {Sent} file
 * @param {{ kilobytes: string, megabytes: string, notSaved: string }} t
 * @param {() => Promise<Blob>} read
 */
export function fileButton({ name, sizeBytes }, t, read) {
  const isSmall = sizeBytes < 1_048_576;
  const size = Math.ceil(sizeBytes / (isSmall ? 1024 : 1_048_576));
  const words = make('span', {}, name);
  const button = make('button', { type: 'button', class: 'file' }, words);
  button.append(` ${size} ${isSmall ? t.kilobytes : t.megabytes}`);
  const save = async () => {
    const address = URL.createObjectURL(await read());
    make('a', { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  };
  button.addEventListener('click', () => {
    save().catch(() => button.append(` ${t.notSaved}`));
  });
  return button;
}
