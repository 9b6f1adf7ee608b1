import { useEffect, useState } from 'react';
import { useFormat } from '../../ui/format-context';

/** The time as the server has it, a second at a time: every page in the room counts the same minutes. */
export function useServerClock(serverNow: string, readAt: number): Date {
  const { now } = useFormat();
  const [ticked, setTicked] = useState(() => now().getTime());
  useEffect(() => {
    const timer = setInterval(() => setTicked(now().getTime()), 1_000);
    return () => clearInterval(timer);
  }, [now]);
  return new Date(Math.max(ticked, readAt) + Date.parse(serverNow) - readAt);
}
