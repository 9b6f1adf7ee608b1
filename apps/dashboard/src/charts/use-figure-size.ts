import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

export interface FigureSize {
  /** 0 until it was measured. */
  readonly width: number;
  /** On paper the size is fixed, so that a figure fills one page whatever window it was printed from. */
  readonly isPrint: boolean;
}

/** Width of an upright A4 or Letter page between its margins, in CSS pixels. */
const PRINT_WIDTH = 680;

/** The width a figure has, followed as the window changes, and fixed while printing. */
export function useFigureSize(element: RefObject<HTMLElement | null>): FigureSize {
  const [width, setWidth] = useState(0);
  const [isPrint, setIsPrint] = useState(false);

  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    setWidth(Math.floor(current.getBoundingClientRect().width));
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);

  useEffect(() => {
    // The page is laid out for paper as soon as the event returns: React must have drawn by then.
    const begin = (): void => flushSync(() => setIsPrint(true));
    const end = (): void => setIsPrint(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);

  return { width: isPrint ? PRINT_WIDTH : width, isPrint };
}
