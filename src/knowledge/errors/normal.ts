/** Longer logs are read at their start and end, where the error stands. */
const MAX_LENGTH = 40_000;

/** What terminals, log collectors and JSON put around the words of an error. Every pattern is linear. */
const WRAPPINGS: ReadonlyArray<readonly [pattern: RegExp, plain: string | ((whole: string, code: string) => string)]> =
  [
    // \u001b, \u0027 and the like, escaped once or more often.
    [/\\{1,8}u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))],
    [/\\{1,8}([nrt])/g, ' '],
    [/\\{1,8}(["'/])/g, (_, mark) => mark],
    [/\\/g, '/'],
    [/&(?:#39|#x27|apos|quot);/gi, "'"],
    // Colours, links of a terminal, and colours whose escape was lost.
    [/[^\P{Cc}\s]\[[0-9;?]{0,40}[a-z]/giu, ''],
    [/[^\P{Cc}\s]\][^\p{Cc}]{0,2000}/gu, ''],
    [/[^\P{Cc}\s]\/?/gu, ''],
    [/\[\d{1,3}(?:;\d{1,3}){0,4}m/g, ''],
    [/[\u00ad\u200b-\u200f\u2060\ufeff]/g, ''],
    // The frames that Terraform draws.
    [/[\u2500-\u257f]/g, ' '],
    [/[\u2018\u2019]/g, "'"],
    [/\s+/g, ' '],
  ];

/** The words of an error, each space one, whatever it came through. */
export function plainText(text: string): string {
  const short = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH / 2)} ${text.slice(-MAX_LENGTH / 2)}` : text;
  return WRAPPINGS.reduce(
    (so, [pattern, plain]) => (typeof plain === 'string' ? so.replace(pattern, plain) : so.replace(pattern, plain)),
    short,
  );
}

/** For texts that were broken in the middle of words. */
export const compact = (text: string): string => text.replace(/ /g, '');
