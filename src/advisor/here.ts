import { type Answer, byKey, type CauseId, causesFor, type Spoken } from '../knowledge/errors';
import { METHOD_FACTS } from '../knowledge/method';
import { PLANE_FACTS } from '../knowledge/plane';
import type { MethodUse } from './workspace-policy';

/** What an error says, beside what the code of the workspace does. */
export interface Here {
  readonly causes: readonly CauseId[];
  /** The places in the code that may have met the error. */
  readonly callers: readonly MethodUse[];
  /** Which of them makes a cause the likely one, where the text alone would not tell. */
  readonly speaker: ReadonlyMap<CauseId, MethodUse>;
}

interface Told {
  readonly causes: readonly CauseId[];
  readonly answer?: Answer;
  readonly spoken: Spoken;
}

/** One answer means something else to each caller: the causes of those that the code has come first. */
export function causesHere({ causes, answer, spoken }: Told, uses: readonly MethodUse[]): Here {
  const callers = uses.filter((use) => mayHaveMet(use, spoken));
  const speaker = new Map<CauseId, MethodUse>();
  if (!answer) return { causes, callers, speaker };
  const meant = callers.flatMap((use) => {
    const list = causesFor(answer, use);
    return list ? [{ use, list }] : [];
  });
  for (const { use, list } of meant) {
    const told = spoken.planes !== undefined && list[0] === causes[0];
    if (!told && !speaker.has(list[0])) speaker.set(list[0], use);
  }
  const lists = meant.map(({ list }) => list);
  const merged = new Set([...lists.map(([first]) => first), ...lists.flat(), ...causes]);
  return { causes: [...merged], callers, speaker };
}

function mayHaveMet(use: MethodUse, { planes, signed }: Spoken): boolean {
  if (planes && !planes.has(use.plane)) return false;
  return !signed || !byKey(use);
}

/** As a half-sentence. */
export function callOf({ plane, methods }: MethodUse): string {
  const known = [...new Set(methods)].flatMap((one) =>
    one === 'none' || one === 'unknown' ? [] : METHOD_FACTS[one].label,
  );
  return `${PLANE_FACTS[plane].label}${known.length > 0 ? ` with ${known.join(' or ')}` : ''}`;
}
