/**
 * SQL for who did something, as contracts write it: `{ accountId, name }`. The name is null where the clinic
 * does not know the account any more, or the reader may not see names.
 */
export const author = (account: string, member: string): string =>
  `json_build_object('accountId', ${account}, 'name', ${member}.name)`;

/** The join that `author` needs. */
export const joinMember = (member: string, clinic: string, account: string): string =>
  `left join member_name ${member} on ${member}.clinic_id = ${clinic} and ${member}.account_id = ${account}`;
