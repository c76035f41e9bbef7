/** `String key = System.getenv("…");`, with the check that it is set. */
export const readOf = (name: string): RegExp =>
  new RegExp(
    `^[ \\t]*(?:(?:private|static|final) ){0,3}(?:String|var) ${name} = System\\.getenv\\("[^"\\n]*"\\);[ \\t]*\\r?\\n(?:[ \\t]*if \\(${name} == null[^{}\\n]*\\{\\r?\\n[^{}]*\\}\\r?\\n)?`,
    'm',
  );
