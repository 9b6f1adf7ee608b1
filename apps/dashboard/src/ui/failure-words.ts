import { problemSchema, type Problem, type ProblemCode } from '@courseline/contracts';

export interface Failure {
  readonly title: string;
  /** What the person can do about it. */
  readonly advice: string;
  readonly mayRetry: boolean;
  /** The id under which the server's log tells what happened. */
  readonly reference: string | null;
}

const advice: Partial<Record<ProblemCode, string>> = {
  'not-signed-in': 'Sign in again; what the server has saved is still there.',
  'not-allowed': 'Ask a director or an administrator of the clinic if you need this.',
  'not-found':
    'It may have been moved, or it belongs to a patient who is not in your care. Check the address.',
  'version-conflict': 'Load the page again to see the change, then make yours.',
  unavailable: 'Wait a moment, then try again.',
  internal: 'Try again. If it happens again, tell support the reference below.',
};

const retriable: readonly ProblemCode[] = [
  'internal',
  'unavailable',
  'too-many-requests',
  'version-conflict',
];

/** The problem document an error carries, or null when it is some other error. */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('problem' in error)) return null;
  const parsed = problemSchema.safeParse(error.problem);
  return parsed.success ? parsed.data : null;
}

/** What to tell a person about an error: what happened and what to do. */
export function describeFailure(error: unknown): Failure {
  const problem = problemOf(error);
  if (problem !== null) {
    return {
      title: problem.title,
      advice:
        problem.detail ??
        waitWords(problem) ??
        advice[problem.code] ??
        'Check what was entered and try again.',
      mayRetry: retriable.includes(problem.code),
      reference: problem.code === 'internal' ? problem.instance : null,
    };
  }
  if (error instanceof Error && error.name === 'UnreachableError') {
    return {
      title: 'The server cannot be reached.',
      advice: 'Check the network. Nothing that was saved is lost.',
      mayRetry: true,
      reference: null,
    };
  }
  return {
    title: 'This page could not be shown.',
    advice: 'Load it again. If it happens again, tell support what you were doing.',
    mayRetry: true,
    reference: null,
  };
}

/** What the server said about what was sent, field by field, or what went wrong as a whole; null without an error. */
export function problemWords(error: unknown): string | null {
  if (error === null) return null;
  const details = problemOf(error)?.errors?.map(({ detail }) => detail) ?? [];
  const { title, advice: whatToDo } = describeFailure(error);
  return details.length > 0 ? details.join(' ') : `${title} ${whatToDo}`;
}

function waitWords({ code, retryAfterSeconds = 60 }: Problem): string | null {
  if (code !== 'too-many-requests') return null;
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return `Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
}
