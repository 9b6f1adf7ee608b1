import { Button } from '@mantine/core';
import { Callout } from '../../ui/callout';
import { useFormat } from '../../ui/format-context';
import type { DraftValue, Meanwhile } from './draft-queue';
import { fieldWords, valueWords } from './draft-words';

interface MeanwhileNoticeProps {
  readonly meanwhile: readonly Meanwhile[];
  readonly onTakeTheirs: (path: string, theirs: DraftValue) => void;
  readonly onSeen: () => void;
}

/** Says which fields someone else filled in at the same time; where the two met, ours stands until it is given up. */
export function MeanwhileNotice({ meanwhile, onTakeTheirs, onSeen }: MeanwhileNoticeProps) {
  const format = useFormat();
  if (meanwhile.length === 0) return null;
  const met = meanwhile.filter((each) => each.ours !== undefined);
  const apart = meanwhile.filter((each) => each.ours === undefined);
  const names = [...new Set(apart.map((each) => each.byName))].join(' and ');
  return (
    <Callout
      tone={met.length > 0 ? 'attention' : 'note'}
      live
      actions={
        <Button variant="default" size="compact-sm" onClick={onSeen}>
          Seen
        </Button>
      }
    >
      {met.map(({ path, byName, theirs, ours }) => (
        <p key={path}>
          {byName} had entered {valueWords(path, theirs, format)} for {fieldWords(path)}; yours,{' '}
          {valueWords(path, ours ?? null, format)}, stands.{' '}
          <Button variant="transparent" size="compact-sm" onClick={() => onTakeTheirs(path, theirs)}>
            Take {valueWords(path, theirs, format)}
          </Button>
        </p>
      ))}
      {apart.length > 0 && (
        <p>
          {names} entered meanwhile: {[...new Set(apart.map(({ path }) => fieldWords(path)))].join('; ')}.
        </p>
      )}
    </Callout>
  );
}
