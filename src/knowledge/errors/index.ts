export { byKey, type Caller, causesFor } from './callers';
export { CAUSES, type Cause, type CauseId } from './cause';
export { plainText } from './normal';
export { causesOf, recognise } from './recognise';
export type { Answer } from './signature';
export { type Spoken, spokenBy } from './spoken';
