import { HOLE } from '../knowledge/host';

const WORDS =
  /todo|your[-_ .]|_your|^your|example|sample|change[-_ ]?(?:me|it)|replace|dummy|fake|placeholder|insert|redacted|masked|xxxx|goes[-_ ]?here|\.\.\.|…|\*{3}|lorem|foobar|not[-_ ]?(?:a[-_ ]?)?real|<|>|\{\{|\$\{|\$\(|\{[\w.]+\}|%\w+%|\[[A-Z_ -]+\]/i;

/** Text that stands for a value rather than being one: templates, examples, masks, holes. */
export const isPlaceholder = (text: string): boolean => text.includes(HOLE) || text.trim() === '' || WORDS.test(text);

/** Runs that people type when they make something up. */
const TYPED = ['0123456789', '1234567890', 'abcdefghij', '9876543210', 'qwertyuiop', 'deadbeef', 'cafebabe'];

/** Text that no generator would give: few different characters, keyboard runs, one piece repeated. */
export function isLowInformation(text: string, distinct = 12): boolean {
  const lower = text.toLowerCase();
  if (new Set(lower).size < distinct) return true;
  if (TYPED.some((run) => lower.includes(run.slice(0, 8)))) return true;
  return repeats(lower);
}

/** Whether the text is one piece of at most half its length, over and over. */
function repeats(text: string): boolean {
  for (let period = 1; period <= Math.min(16, text.length / 2); period += 1) {
    if (text.slice(period) === text.slice(0, -period)) return true;
  }
  return false;
}

const FINGERPRINT = /^(?:[0-9a-f]{2}:){15}[0-9a-f]{2}$/i;
const MADE_UP = /12:34:56|ab:cd:ef|11:22:33|aa:bb:cc|01:23:45|01:02:03|00:11:22|de:ad:be:ef|a1:b2:c3|1a:2b:3c/i;

/** An MD5 fingerprint as a key has it; not one that somebody made up. */
export function isFingerprint(text: string): boolean {
  return FINGERPRINT.test(text) && !MADE_UP.test(text) && new Set(text.toLowerCase().split(':')).size >= 9;
}

const OCID = /^ocid1\.([a-z]+)\.oc\d+\.[a-z0-9-]*\.([a-z0-9]{40,})$/;

/** Whether the text is a real OCID of the kind: long, and its unique part as random as OCI makes it. */
export function isOcid(text: string, kind: 'user' | 'tenancy'): boolean {
  const match = OCID.exec(text);
  if (match?.[1] !== kind || !match[2]) return false;
  const unique = match[2].replace(/^a+/, '');
  return unique.length >= 30 && !isPlaceholder(unique) && !isLowInformation(unique, 10);
}

const TEST_FOLDER =
  /(?:^|\/)(?:tests?|__tests__|unit-?tests?|e2e|specs?|fixtures?|__fixtures__|test[-_]?(?:data|resources?|keys?|files?)|mocks?|__mocks__|[\w.-]+\.tests?)\//i;
/** Of the name alone. */
const TEST_FILE =
  /^test_|^conftest\.py$|[_.-](?:tests?|spec)\.[^/]|(?:Tests?|IT|TestCase|Spec)\.(?:java|cs|kt|scala|groovy)$|fake|dummy|mock/;

/** Tests and their data: keys in them are made for them. `path` is relative to the project. */
export const isTestPath = (path: string): boolean =>
  TEST_FOLDER.test(path) || TEST_FILE.test(path.slice(path.lastIndexOf('/') + 1));
