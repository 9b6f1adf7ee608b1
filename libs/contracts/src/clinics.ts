import { z } from 'zod';
import { instant, timeZone } from './dates.js';
import { clinicParamsSchema, id, slug } from './ids.js';
import { issuedLinkSchema, linkToken, newPassword, personName, staffRoleSchema } from './sign-in.js';
import { email, line, note, phone } from './text.js';

/** Whom a patient of the clinic can call or text at any hour. */
export const crisisLineSchema = z
  .strictObject({
    name: line(80),
    phone: phone().nullable(),
    /** The number to text, such as 741741, and the word to send there. */
    textTo: phone().nullable(),
    textWord: line(40).nullable(),
    hours: line(80).nullable(),
  })
  .refine((crisisLine) => crisisLine.phone !== null || crisisLine.textTo !== null, {
    path: ['phone'],
    message: 'A crisis line needs a number to call or to text.',
  });
export type CrisisLine = z.infer<typeof crisisLineSchema>;

export const weightUnits = ['kg', 'lb'] as const;

/** A language and region such as `en-US`: how dates and numbers are written. */
export const locale = () =>
  z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'A language such as en-US or es-ES.');

const settings = {
  name: line(200),
  timeZone: timeZone(),
  locale: locale(),
  weightUnit: z.enum(weightUnits),
  phone: phone().nullable(),
  openingHours: note(500).nullable(),
  crisisLines: z.array(crisisLineSchema).min(1, 'A clinic needs at least one crisis line.').max(10),
  /** Whether every clinician may treat every patient, care team or not. */
  openToClinicians: z.boolean(),
};

/** PUT /api/c/:clinic/settings, with If-Match */
export const clinicSettingsChangeSchema = z.strictObject(settings);
export type ClinicSettingsChange = z.infer<typeof clinicSettingsChangeSchema>;

/** GET /api/c/:clinic/settings: every member of the clinic may read it. */
export const clinicSettingsSchema = z.object({
  id: id(),
  slug: slug(),
  name: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  weightUnit: z.enum(weightUnits),
  phone: z.string().nullable(),
  openingHours: z.string().nullable(),
  crisisLines: z.array(crisisLineSchema),
  openToClinicians: z.boolean(),
  version: z.int(),
});
export type ClinicSettings = z.infer<typeof clinicSettingsSchema>;

/** POST /api/first-run: the first clinic and the account of whoever runs it. Signs in. */
export const firstRunSchema = z.strictObject({
  token: linkToken(),
  clinic: z.strictObject({ ...settings, slug: slug() }),
  administrator: z.strictObject({
    email: email(),
    name: personName(),
    password: newPassword(),
    /** Added to administrator. */
    alsoRoles: z.array(z.enum(['nurse', 'clinician', 'director'])).max(3),
  }),
});
export type FirstRun = z.infer<typeof firstRunSchema>;

export const firstRunAnswerSchema = z.object({ clinic: slug() });
export type FirstRunAnswer = z.infer<typeof firstRunAnswerSchema>;

const rolesOfStaff = () =>
  z
    .array(staffRoleSchema)
    .min(1, 'At least one role.')
    .max(4)
    .refine((chosen) => new Set(chosen).size === chosen.length, 'Each role once.');

export const staffMemberSchema = z.object({
  accountId: id(),
  name: z.string(),
  email: z.string(),
  roles: z.array(staffRoleSchema),
  state: z.enum(['invited', 'active', 'left']),
  /** When a link that is still open ends; null when none is. */
  linkExpiresAt: instant().nullable(),
  version: z.int(),
});
export type StaffMember = z.infer<typeof staffMemberSchema>;

/** GET /api/c/:clinic/staff (administrator, director) */
export const staffListSchema = z.object({ staff: z.array(staffMemberSchema) });
export type StaffList = z.infer<typeof staffListSchema>;

/** POST /api/c/:clinic/staff */
export const staffInvitationSchema = z.strictObject({
  email: email(),
  name: personName(),
  roles: rolesOfStaff(),
});
export type StaffInvitation = z.infer<typeof staffInvitationSchema>;

export const invitedStaffSchema = z.object({ member: staffMemberSchema, link: issuedLinkSchema });
export type InvitedStaff = z.infer<typeof invitedStaffSchema>;

/** PUT /api/c/:clinic/staff/:account/roles, with If-Match */
export const rolesChangeSchema = z.strictObject({ roles: rolesOfStaff() });
export type RolesChange = z.infer<typeof rolesChangeSchema>;

export const staffParamsSchema = clinicParamsSchema.extend({ account: id() });
export type StaffParams = z.infer<typeof staffParamsSchema>;

/** GET /api/c/:clinic/colleagues: who of the staff is active, for care teams and for names. */
export const colleaguesSchema = z.object({
  colleagues: z.array(z.object({ accountId: id(), name: z.string(), roles: z.array(staffRoleSchema) })),
});
export type Colleagues = z.infer<typeof colleaguesSchema>;
