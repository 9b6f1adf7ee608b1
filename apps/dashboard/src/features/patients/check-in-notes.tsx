import type { CheckInNote } from '@courseline/contracts';
import { useQuery } from '@tanstack/react-query';
import { checkInNotesQuery } from '../../api/check-in-notes';
import { useCurrentClinic } from '../../api/current-clinic';
import { useFormat } from '../../ui/format-context';
import { Section } from '../../ui/page';

/** As many as are read at a glance; the rest stays in the record. */
const shown = 5;

/** What the patient said after the forms, in their own words; nothing where nothing was said. */
export function CheckInNotes({ patientId }: { readonly patientId: string }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const query = useQuery(checkInNotesQuery(slug, patientId));
  if (query.isError)
    return (
      <p role="alert">! What the patient wrote in check-ins could not be loaded. Load the page again.</p>
    );
  const notes = query.data?.notes ?? [];
  if (notes.length === 0) return null;
  return (
    <Section title="From the patient’s check-ins">
      <ul>
        {notes.slice(0, shown).map((note) => (
          <li key={note.id}>
            {format.nearMoment(note.writtenAt)}: {noteWords(note, format.dayShort)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function noteWords({ note, sideEffects, sessionOn }: CheckInNote, day: (day: string) => string): string {
  const session = sessionOn === null ? 'the last session' : `the session of ${day(sessionOn)}`;
  const noticed = {
    none: `noticed nothing after ${session}.`,
    some: `noticed something after ${session}: see side effects.`,
    'not-asked': null,
  }[sideEffects];
  return [noticed, note === null ? null : `“${note}”`].filter((part) => part !== null).join(' ');
}
