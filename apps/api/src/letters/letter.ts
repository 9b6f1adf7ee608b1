/** An e-mail as it is sent: text that we wrote. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Derived from the row it was written for: a copy of it is recognised by mail programs. */
  readonly messageId?: string;
}

/** A text to a telephone. */
export interface ShortText {
  readonly to: string;
  readonly text: string;
}

/**
 * What became of handing something over. `refused` and `unreachable` were surely not taken, and only the second is
 * worth another try; of `uncertain` nobody knows, so it is not sent again.
 */
export type Posting = 'sent' | 'refused' | 'unreachable' | 'uncertain' | 'not-configured';
