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
  /** PostgreSQL in which sessions are kept; undefined: the embedded store in the data folder. */
  readonly databaseUrl: string | undefined
  /** Redis through which several processes find each other; undefined: there is one process. */
  readonly redisUrl: string | undefined
  /** This process as clients reach it, without a scheme, such as `planspiel.example.de/p1`. */
  readonly publicAddress: string | undefined
  readonly retentionDays: number
  /** where people report weaknesses, `mailto:…` or `https://…`; undefined: the help page says whom to ask */
  readonly securityContact: string | undefined
  /** a second folder into which sessions are copied at each change of phase, such as a stick; undefined: none */
  readonly backupDir: string | undefined
  readonly logLevel: LogLevel
}

/** The environment is wrong; the message is for the person at the console. */
export class ConfigError extends Error {}

const DAY_LIMIT = 3650

/** Several processes are several only together: one log, one name, one address for each. */
const NEEDED_WITH_REDIS = ['DATABASE_URL', 'PUBLIC_URL', 'PUBLIC_ADDRESS'] as const

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
  DATABASE_URL: z.string().optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'REDIS_URL muss eine Adresse wie redis://rechner:6379 sein.' }).optional(),
  PUBLIC_ADDRESS: z
    .string()
    .regex(/^[\w.:[\]-]+(\/[\w-]+)*$/, 'PUBLIC_ADDRESS ist eine Adresse ohne https:// davor, wie planspiel.example.de/p1.')
    .optional(),
  RETENTION_DAYS: z.coerce
    .number('RETENTION_DAYS muss eine Zahl sein.')
    .int()
    .min(1)
    .max(DAY_LIMIT, `RETENTION_DAYS liegt zwischen 1 und ${DAY_LIMIT}.`)
    .default(30),
  SECURITY_CONTACT: z.url({ protocol: /^(https|mailto)$/, error: 'SECURITY_CONTACT muss mit https:// oder mailto: beginnen.' }).optional(),
  BACKUP_DIR: z.string().min(1).optional(),
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
  const missing = read.data.REDIS_URL === undefined ? [] : NEEDED_WITH_REDIS.filter((name) => read.data[name] === undefined)
  if (missing.length > 0) throw new ConfigError(`Mit REDIS_URL (mehrere Prozesse) müssen auch gesetzt sein: ${missing.join(', ')}.`)
  const {
    PORT,
    HOST,
    DATA_DIR,
    PUBLIC_URL,
    FACILITATOR_PIN,
    DATABASE_URL,
    REDIS_URL,
    PUBLIC_ADDRESS,
    RETENTION_DAYS,
    LOG_LEVEL,
    SECURITY_CONTACT,
    BACKUP_DIR,
  } = read.data
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    publicUrl: PUBLIC_URL,
    facilitatorPin: FACILITATOR_PIN,
    databaseUrl: DATABASE_URL,
    redisUrl: REDIS_URL,
    publicAddress: PUBLIC_ADDRESS,
    retentionDays: RETENTION_DAYS,
    logLevel: LOG_LEVEL,
    securityContact: SECURITY_CONTACT,
    backupDir: BACKUP_DIR,
  }
}
