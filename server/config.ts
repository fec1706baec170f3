import { z } from 'zod'
import { LOG_LEVELS, type LogLevel } from './log.ts'

/** What the environment decides; names and defaults as in docs and README. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Origin under which a proxy serves us, without a slash at the end; undefined: we are reached directly. */
  readonly publicUrl: string | undefined
  /** Opens the lead page on hosted servers; undefined: a one-time link on the console does. */
  readonly facilitatorPin: string | undefined
  readonly retentionDays: number
  readonly logLevel: LogLevel
}

/** The environment is wrong; the message is for the person at the console. */
export class ConfigError extends Error {}

const DAY_LIMIT = 3650

const Environment = z.object({
  PORT: z.coerce
    .number('PORT muss eine Zahl sein.')
    .int('PORT muss eine ganze Zahl sein.')
    .min(0)
    .max(65_535, 'PORT liegt zwischen 0 und 65535.')
    .default(2567),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('data'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_URL muss eine Adresse wie https://wald.example.de sein.' })
    .transform((url) => new URL(url).origin)
    .optional(),
  FACILITATOR_PIN: z
    .string()
    .regex(/^\d{8,64}$/, 'FACILITATOR_PIN braucht mindestens 8 Ziffern.')
    .optional(),
  RETENTION_DAYS: z.coerce
    .number('RETENTION_DAYS muss eine Zahl sein.')
    .int()
    .min(1)
    .max(DAY_LIMIT, `RETENTION_DAYS liegt zwischen 1 und ${DAY_LIMIT}.`)
    .default(30),
  LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL ist eines von: ${LOG_LEVELS.join(', ')}.`).default('warn'),
})

/**
 * Reads the configuration. An empty variable counts as absent.
 * @throws ConfigError with every mistake, one German sentence each
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) throw new ConfigError(read.error.issues.map((issue) => issue.message).join('\n'))
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, FACILITATOR_PIN, RETENTION_DAYS, LOG_LEVEL } = read.data
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    publicUrl: PUBLIC_URL,
    facilitatorPin: FACILITATOR_PIN,
    retentionDays: RETENTION_DAYS,
    logLevel: LOG_LEVEL,
  }
}
