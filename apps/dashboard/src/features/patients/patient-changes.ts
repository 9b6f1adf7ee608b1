import type { Indication, Sex } from '@courseline/contracts';
import { indicationWords } from '../../messages/clinical-words';
import { sexWords } from '../../messages/record-words';
import type { RevisionField } from '../../ui/revision-changes';

interface PatientRevision {
  readonly mrn: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string | null;
  readonly sex: Sex;
  readonly phone: string | null;
  readonly email: string | null;
  readonly indications: readonly Indication[];
  readonly allergies: string | null;
  readonly contraindications: string | null;
}

/** The fields of a patient's history, as they are read. */
export function patientRevisionFields(
  day: (day: string) => string,
): readonly RevisionField<PatientRevision>[] {
  return [
    { label: 'Record number', words: (revision) => revision.mrn },
    { label: 'Family name', words: (revision) => revision.familyName },
    { label: 'Given name', words: (revision) => revision.givenName },
    {
      label: 'Birth date',
      words: (revision) => (revision.birthDate === null ? null : day(revision.birthDate)),
    },
    { label: 'Sex', words: (revision) => sexWords[revision.sex] },
    { label: 'Telephone', words: (revision) => revision.phone },
    { label: 'E-mail', words: (revision) => revision.email },
    { label: 'Indications', words: (revision) => indicationList(revision.indications) },
    { label: 'Allergies', words: (revision) => revision.allergies },
    { label: 'Contraindications', words: (revision) => revision.contraindications },
  ];
}

export function indicationList(indications: readonly Indication[]): string | null {
  return indications.length === 0
    ? null
    : indications.map((indication) => indicationWords[indication].long).join(', ');
}
