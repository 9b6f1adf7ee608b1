import { useMemo, useRef, useState } from 'react';

/** What stands in a field and cannot be stored: said before signing, as it would be lost. */
export interface InvalidField {
  readonly code: 'invalid';
  readonly path: string;
  readonly detail: string;
}

interface InvalidFields {
  readonly shown: readonly InvalidField[];
  /** As they are this moment: a field left by the key that signs has not been drawn yet. */
  readonly now: () => readonly InvalidField[];
  /** Null once the field is right, or gone. */
  readonly report: (path: string, detail: string | null) => void;
}

/** The fields of the sheet that hold something that means nothing there. */
export function useInvalidFields(): InvalidFields {
  const [shown, setShown] = useState<readonly InvalidField[]>([]);
  const latest = useRef(shown);
  return useMemo(
    () => ({
      shown,
      now: () => latest.current,
      report: (path, detail) => {
        const others = latest.current.filter((each) => each.path !== path);
        if (detail === null && others.length === latest.current.length) return;
        latest.current = detail === null ? others : [...others, { code: 'invalid', path, detail }];
        setShown(latest.current);
      },
    }),
    [shown],
  );
}
