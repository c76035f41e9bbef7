import { plainText } from '../knowledge/errors';

/** What the text of an error itself tells. Safe to show. */
export type Seen = Readonly<Partial<Record<'service' | 'operation' | 'region' | 'status', string>>>;

export function whatIsSeen(text: string): Seen {
  const head = plainText(text);
  const find = (pattern: RegExp): string | undefined => pattern.exec(head)?.[1];
  return {
    service:
      find(/target_?service["']?\s?[:=]\s?["']?(?!none\b)([a-z_]{3,60})/i) ??
      find(/Error returned by ([A-Za-z]{3,60}) Service/) ??
      find(/ operation in ([A-Za-z]{3,60}) service/) ??
      // Terraform.
      find(/\bService: ([A-Z][A-Za-z ]{2,60}) (?:Operation Name|Error Message):/),
    operation:
      find(/operation[ _]?name["']?\s?[:=]\s?["']?([A-Za-z_]{3,60})/i) ??
      find(/Error returned by ([A-Za-z]{3,60}) operation/) ??
      // The OpenAI clients name the address only.
      find(/\/v1\/(chat\/completions|responses|embeddings|conversations|files|containers)\b/),
    region: find(/generativeai\.([a-z]{2,3}-[a-z]{3,20}-\d{1,2})\./),
    status:
      find(/(?:status(?:[ _]?code)?|error code)["']?\s?[:=]\s?["']?(\d{3})\b/i) ??
      find(/\((\d{3}), /) ??
      find(/\bError: (\d{3})-[A-Z]/),
  };
}
