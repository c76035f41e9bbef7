import type { LiveResult } from '../../live/main';
import type { AdviceNode, PlaneNode, SignInNode } from './node';
import { answerOf } from './tested';

/** Below an answer that is not good: the likely causes in their order with the next step each, then what identifies it. */
export function adviceOn(parent: SignInNode | PlaneNode, result: LiveResult): AdviceNode[] {
  const { causes, requestId } = result;
  const rows = causes.map(({ cause, next }) => ({ label: next, detail: cause, isAnswer: false }));
  const answer = answerOf(result);
  if (answer) rows.push({ label: answer, detail: requestId ? `opc-request-id ${requestId}` : '', isAnswer: true });
  return rows.map((row, index) => ({ kind: 'advice', id: `${parent.id}:advice:${index}`, parent, ...row }));
}
