/** Something that keeps a sequence or template from being published, as plain data for API and editor. */
export type Fault = {
  code:
    | 'bad-shape'
    | 'duplicate-id'
    | 'missing-start'
    | 'missing-target'
    | 'unreachable'
    | 'loop-without-wait'
    | 'no-archive'
    | 'no-exit'
    | 'empty-wait'
    | 'wait-too-long'
    | 'unknown-template'
    | 'wrong-channel'
    | 'bad-rule'
    | 'unknown-variable'
    | 'missing-variable'
    | 'bad-template';
  /** The step it is in; null when it is about the whole. */
  step: string | null;
  message: string;
};
