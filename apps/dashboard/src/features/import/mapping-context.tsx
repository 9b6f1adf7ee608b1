import type { ColumnProfile } from '@courseline/contracts';
import { createContext, useContext, type ReactNode } from 'react';
import type { DraftProblems, MappingDraft } from './mapping-draft';

interface MappingContext {
  readonly draft: MappingDraft;
  readonly columns: readonly ColumnProfile[];
  /** Empty until the person has asked for something that needs the whole mapping. */
  readonly problems: DraftProblems;
  readonly change: (part: Partial<MappingDraft>) => void;
}

const Context = createContext<MappingContext | null>(null);

export function MappingProvider({
  value,
  children,
}: {
  readonly value: MappingContext;
  readonly children: ReactNode;
}) {
  return <Context value={value}>{children}</Context>;
}

/** The mapping that is being made, for every field of its form. */
export function useMapping(): MappingContext {
  const context = useContext(Context);
  if (context === null) throw new Error('useMapping is for fields of the mapping form.');
  return context;
}
