import { z } from 'zod'
import { Command } from '../../rules/commands.ts'
import type { Rejection } from '../../rules/decision.ts'
import { PROTOCOL_VERSION } from '../wire/protocol.ts'

/** The outer shape of a command as it comes from anybody; the command inside is read by its own schema. */
const CommandEnvelope = z.strictObject({
  v: z.literal(PROTOCOL_VERSION),
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  command: Command,
})
const PreviewEnvelope = z.strictObject({ command: Command })

export const INVALID: Rejection = { code: 'invalidCommand', details: {} }

/** A message from a client, or the refusal of one that is none. Wrong messages are answered, never punished with the door. */
export function readCommand(message: unknown): { readonly id: string; readonly command: Command } | { readonly refusal: Rejection } {
  const read = CommandEnvelope.safeParse(message)
  return read.success ? read.data : { refusal: INVALID }
}

/** Like {@link readCommand}, for a dry run. */
export function readPreview(message: unknown): { readonly command: Command } | { readonly refusal: Rejection } {
  const read = PreviewEnvelope.safeParse(message)
  return read.success ? read.data : { refusal: INVALID }
}
