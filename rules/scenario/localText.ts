import { z } from 'zod'

/** Schema of {@link import('./text.ts').LocalText}. */
export const LocalText = z.union([z.string().max(2000), z.strictObject({ de: z.string().max(2000), en: z.string().max(2000).optional() })])
