import type { SessionDetail } from '@courseline/contracts';
import { findInstrument } from '@courseline/instruments';

/** What has become of the forms filled in with a session that is out of the record. */
export function formsWords(forms: SessionDetail['forms']): string {
  const named = (status: SessionDetail['forms'][number]['status']) =>
    forms
      .filter((form) => form.status === status)
      .map(({ instrument }) => findInstrument(instrument)?.name ?? instrument)
      .join(', ');
  const [kept, takenOut, moved] = [
    named('current'),
    named('entered-in-error'),
    named('belongs-to-another-patient'),
  ];
  const words = [
    kept !== '' && `${kept}: stays with the patient and counts, as a form without a session.`,
    takenOut !== '' && `${takenOut}: entered in error too, in no chart and no rate.`,
    moved !== '' && `${moved}: moved to the other patient.`,
  ].filter((each) => each !== false);
  return words.length === 0 ? 'No questionnaire was filled in with it.' : words.join(' ');
}
