import { staffRoles, type StaffRole } from '@courseline/contracts';
import { roleHints, roleWords } from '../../messages/role-words';
import type { ChoiceOption } from '../../ui/fields/choice';

export const roleOptions: readonly ChoiceOption<StaffRole>[] = staffRoles.map((role) => ({
  value: role,
  label: roleWords[role],
  hint: roleHints[role],
}));
