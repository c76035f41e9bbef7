/** How many characters a mask must leave before it tells keys apart. */
const TELLING = 3;

/** Whether a secret is the one behind a mask such as `sk-****Ab3d`: what it shows stands at the ends. */
export function fitsMask(secret: string, mask: string): boolean {
  const [, head = '', tail = ''] = /^([A-Za-z0-9_-]*)[^A-Za-z0-9_-]+([A-Za-z0-9_-]*)$/.exec(mask) ?? [];
  const told = head.replace(/^sk-?/, '').length + tail.length;
  return told >= TELLING && secret.startsWith(head) && secret.endsWith(tail);
}
