// apps/api/src/sessions/sessions.int-spec.ts: -
import { aPatient } from '../../test/builders/a-patient.js';

it('uses a builder', () => expect(aPatient).toBeDefined());
