import { useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from '../../ui/confirm-dialog';

interface LeaveGuardProps {
  /** Asked at the moment of leaving. */
  readonly isUnsaved: () => boolean;
  readonly unsaved: number;
  /** True when everything is stored; null where leaving means giving it up. */
  readonly flush: (() => Promise<boolean>) | null;
}

/** Stores what is typed before another page opens, and asks only where that is not possible. */
export function LeaveGuard({ isUnsaved, unsaved, flush }: LeaveGuardProps) {
  const blocker = useBlocker(isUnsaved);
  const [isStuck, setStuck] = useState(false);
  const { state } = blocker;
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const { proceed } = blocker;
    if (flush !== null) void flush().then((stored) => (stored ? proceed() : setStuck(true)));
    // Once for each leaving: the blocker is another object at each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state]);
  const entries = unsaved === 1 ? '1 entry' : `${unsaved} entries`;
  return (
    <ConfirmDialog
      opened={state === 'blocked' && (isStuck || flush === null)}
      onClose={() => {
        setStuck(false);
        blocker.reset?.();
      }}
      title={flush === null ? 'Leave without amending?' : `Leave without saving ${entries}?`}
      consequence={
        flush === null
          ? `What you changed here, ${entries}, is given up. The signed session stays as it is.`
          : 'The server could not store what you typed last. On this page it is kept and tried again; if you leave, it is lost.'
      }
      confirm={flush === null ? 'Leave' : 'Leave and lose it'}
      onConfirm={() => {
        setStuck(false);
        blocker.proceed?.();
      }}
    />
  );
}
