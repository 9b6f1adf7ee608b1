import { z } from 'zod';

/**
 * Everything that can go wrong in an answer: its status and its fixed title. The set is closed, so that whoever
 * reads an answer can handle each code; a new kind of trouble is a new line here.
 */
export const problems = {
  'invalid-request': { status: 400, title: 'Something in the request is not as it must be.' },
  'idempotency-key-required': { status: 400, title: 'The request needs an Idempotency-Key header.' },
  'not-signed-in': { status: 401, title: 'You are not signed in.' },
  'sign-in-refused': { status: 401, title: 'The e-mail address or the password is wrong.' },
  'not-allowed': { status: 403, title: 'Your role does not allow this.' },
  'cross-site-request': { status: 403, title: 'The request did not come from this site.' },
  'not-found': { status: 404, title: 'There is nothing here, or it is not yours to see.' },
  'link-not-valid': { status: 404, title: 'This link was used already, is too old or was never valid.' },
  conflict: { status: 409, title: 'This does not fit what is already recorded.' },
  'already-exists': { status: 409, title: 'There is one already.' },
  'possible-duplicate': { status: 409, title: 'This patient may be registered already.' },
  'holds-signed-sessions': { status: 409, title: 'There are signed sessions in it.' },
  'rows-refused': { status: 409, title: 'Other rows are refused than were agreed to be left out.' },
  'last-administrator': { status: 409, title: 'The clinic would be left without an administrator.' },
  'belongs-to-several-clinics': { status: 409, title: 'This person also belongs to another clinic.' },
  'version-conflict': { status: 412, title: 'Someone else has changed this in the meantime.' },
  'too-large': { status: 413, title: 'The request is too large.' },
  'unsupported-media-type': { status: 415, title: 'The request carries something else than is taken here.' },
  'rule-violated': { status: 422, title: 'This breaks a rule of the record.' },
  'password-refused': { status: 422, title: 'This password cannot be used.' },
  'file-not-readable': { status: 422, title: 'The file cannot be read as a table.' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key belongs to another request.' },
  'version-required': {
    status: 428,
    title: 'The request needs an If-Match header with the version it changes.',
  },
  'too-many-requests': { status: 429, title: 'Too many attempts.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
  unavailable: { status: 503, title: 'The server is busy. Try again in a moment.' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemCode = keyof typeof problems;

export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/** A wrong field: where it is (a JSON pointer into the body, or `/query/…`, `/path/…`) and what is wrong. */
export const fieldProblemSchema = z.object({ pointer: z.string(), detail: z.string() });
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

/** The body of every answer that is not a success: `application/problem+json`, RFC 9457. */
export const problemSchema = z.looseObject({
  type: z.string(),
  code: z.enum(problemCodes),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  /** The id of the request, to be found in the server's log. */
  instance: z.string(),
  errors: z.array(fieldProblemSchema).optional(),
  /** The version that is current, with `version-conflict`. */
  version: z.int().optional(),
  /** After how many seconds another attempt is answered, with `too-many-requests` and `unavailable`. */
  retryAfterSeconds: z.int().optional(),
});
export type Problem = z.infer<typeof problemSchema>;
