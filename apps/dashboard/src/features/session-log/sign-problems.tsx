import { isProblem, ProblemError } from '../../api/problem-error';
import { Callout } from '../../ui/callout';
import { describeFailure } from '../../ui/failure-words';

/** Why it was not signed, or not amended, in the server's words. */
export function SignProblems({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  const failure = describeFailure(error);
  const details = error instanceof ProblemError ? error.errors.map((each) => each.detail) : [];
  return (
    <Callout tone="attention" live>
      {isProblem(error, 'version-conflict') ? (
        'Not signed: someone else changed the draft at the last moment. Look at it, and sign again.'
      ) : details.length > 0 ? (
        <>Not stored: {details.join(' ')}</>
      ) : (
        <>
          Not stored. {failure.title} {failure.advice}
        </>
      )}
    </Callout>
  );
}
