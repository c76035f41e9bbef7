/** A sentence begins with a capital, unless it begins with the name of a key such as `key_file`. */
export const capitalised = (text: string): string =>
  /^[a-z]+_/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

/** As Markdown that says the text and nothing else. */
export const plain = (text: string): string =>
  text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]()#+!|<>$~-]/g, '\\$&');
