import { useBlocker } from 'react-router';
import { useCloseGuard } from './close-guard';
import { ConfirmDialog } from './confirm-dialog';

interface UnsavedGuardProps {
  /** Asked at the moment of leaving. */
  readonly isUnsaved: () => boolean;
  /** What is given up by leaving. */
  readonly consequence: string;
}

/** Asks before something typed is given up: by a way elsewhere, by closing or by loading again. */
export function UnsavedGuard({ isUnsaved, consequence }: UnsavedGuardProps) {
  const blocker = useBlocker(isUnsaved);
  useCloseGuard(isUnsaved);
  return (
    <ConfirmDialog
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title="Leave without saving?"
      consequence={consequence}
      confirm="Leave and lose it"
      onConfirm={() => blocker.proceed?.()}
    />
  );
}
