import { z } from 'zod'

/** Free text of a participant: one or two sentences. */
export const ShortText = z.string().trim().max(200)
/** A reason that must be given. */
export const Reason = z.string().trim().min(1).max(200)
/** Title of a session [S7], as it stands on its exports. */
export const SessionTitle = z.string().trim().min(1).max(120)
