import { z } from 'zod';
import { instant } from './dates.js';
import { id, slug } from './ids.js';
import { email, line } from './text.js';

export const staffRoles = ['nurse', 'clinician', 'director', 'administrator'] as const;
export const roles = [...staffRoles, 'patient'] as const;
export const staffRoleSchema = z.enum(staffRoles);
export const roleSchema = z.enum(roles);
export type StaffRole = z.infer<typeof staffRoleSchema>;
export type Role = z.infer<typeof roleSchema>;

/** The shortest password that is accepted while it is the only factor. */
export const passwordMinimumLength = 15;
export const passwordMaximumLength = 128;

/** A password that is being chosen. The server also refuses well-known ones and the clinic's own words. */
export const newPassword = () =>
  z
    .string()
    .min(
      passwordMinimumLength,
      `At least ${passwordMinimumLength} characters; a sentence is a good password.`,
    )
    .max(passwordMaximumLength);

/** The sign-ins of the demo clinics: all their data are made up, and they exist on a loopback address only. */
export const demoSignInsSchema = z.object({
  password: z.string(),
  people: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      /** What one can see as this person, such as `Clinician at Harbor Clinic`. */
      as: z.string(),
    }),
  ),
});
export type DemoSignIns = z.infer<typeof demoSignInsSchema>;

/** GET /api/status */
export const statusSchema = z.object({
  /** `first-run` until the first clinic exists; the first-run link is printed where the server was started. */
  state: z.enum(['first-run', 'ready']),
  /** Whether the server can send e-mail: without, links are handed over by whoever made them. */
  mail: z.boolean(),
  /** Only where the demo clinics were loaded. */
  demo: demoSignInsSchema.optional(),
});
export type Status = z.infer<typeof statusSchema>;

/** POST /api/sign-in */
export const signInRequestSchema = z.strictObject({
  email: email(),
  password: z.string().min(1).max(1024),
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** POST /api/sign-in/forgotten: always answered alike. */
export const forgottenPasswordRequestSchema = z.strictObject({ email: email() });
export type ForgottenPasswordRequest = z.infer<typeof forgottenPasswordRequestSchema>;

/** POST /api/me/password */
export const passwordChangeSchema = z.strictObject({
  currentPassword: z.string().min(1).max(1024),
  newPassword: newPassword(),
});
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

/** A clinic the signed-in person belongs to, and as what. */
export const ownMembershipSchema = z.object({
  clinicId: id(),
  slug: slug(),
  name: z.string(),
  roles: z.array(roleSchema),
  /** The person's own patient record there; null for staff. */
  patientId: id().nullable(),
});
export type OwnMembership = z.infer<typeof ownMembershipSchema>;

/** GET /api/me, and the answer to POST /api/sign-in */
export const meSchema = z.object({
  accountId: id(),
  email: z.string(),
  name: z.string(),
  clinics: z.array(ownMembershipSchema),
  /** Came by a link to a check-in: only what is asked today is open. */
  byCheckIn: z.boolean(),
  /** After so long without activity the sign-in ends. */
  idleMinutes: z.int(),
  /** When the sign-in ends whatever happens. */
  endsAt: instant(),
});
export type Me = z.infer<typeof meSchema>;

/** The secret of a one-time link: what stands after `#` in its address, never sent in a path or query. */
export const linkToken = () => z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** POST /api/links/look: what a link is for. Looking does not use it up. */
export const linkLookSchema = z.strictObject({ token: linkToken() });
export type LinkLook = z.infer<typeof linkLookSchema>;

export const linkPurposes = ['first-administrator', 'invitation', 'password-reset', 'check-in'] as const;
export const linkSchema = z.object({
  purpose: z.enum(linkPurposes),
  /** Null for the first-run link, and for one to a check-in, which shows nothing of the person. */
  email: z.string().nullable(),
  name: z.string().nullable(),
  clinicName: z.string().nullable(),
  /** False when the person has an account already and only joins another clinic. */
  needsPassword: z.boolean(),
  expiresAt: instant(),
});
export type Link = z.infer<typeof linkSchema>;

/** POST /api/links/redeem: uses the link up. Who set a password is signed in by it. */
export const linkRedemptionSchema = z.strictObject({
  token: linkToken(),
  /** Needed where `needsPassword` is true, refused where it is false. */
  password: newPassword().optional(),
});
export type LinkRedemption = z.infer<typeof linkRedemptionSchema>;

export const redeemedLinkSchema = z.object({
  signedIn: z.boolean(),
  /** Whose password lets them in now; null after a link to a check-in. */
  email: z.string().nullable(),
  clinic: slug().nullable(),
});
export type RedeemedLink = z.infer<typeof redeemedLinkSchema>;

/** A link that was just made, shown to whoever made it. */
export const issuedLinkSchema = z.object({
  url: z.string(),
  expiresAt: instant(),
  /** Whether it was also sent by e-mail. */
  mail: z.enum(['sent', 'failed', 'not-configured']),
});
export type IssuedLink = z.infer<typeof issuedLinkSchema>;

export const personName = () => line(200);
