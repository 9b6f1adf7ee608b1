import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { reportActivity } from '../api/sign-in';

const reportEveryMilliseconds = 60_000;

/** Tells the server, at most once a minute, that a person is at work here although nothing is being sent. */
export function useKeepSignedIn(): void {
  const { mutate } = useMutation({ mutationFn: reportActivity });
  useEffect(() => {
    let reportedAt = performance.now();
    const onAct = () => {
      const now = performance.now();
      if (now - reportedAt < reportEveryMilliseconds) return;
      reportedAt = now;
      mutate();
    };
    const acts = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const act of acts) window.addEventListener(act, onAct, { passive: true });
    return () => {
      for (const act of acts) window.removeEventListener(act, onAct);
    };
  }, [mutate]);
}
