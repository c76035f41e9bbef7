/** Python's `configparser` joins a line to the value above when it is indented deeper than the key above. */
export interface Indentation {
  readonly depth: number;
  /** Only a key can be continued; a profile's header cannot. */
  readonly afterKey: boolean;
}

export const indentationOf = (depth = 0): Indentation => ({ depth, afterKey: false });

export const startsContinuation = ({ depth, afterKey }: Indentation, start: number): boolean =>
  afterKey && start > depth;
