import { join } from 'node:path'
import { destination, type Logger, multistream, pino } from 'pino'
import { RotatingFile } from './RotatingFile.ts'

export type { Logger }

/** Levels as LOG_LEVEL names them. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Where a server on a laptop keeps its log, below the data folder. */
export const LOG_FOLDER = 'protokoll'
const LOG_FILES = { mostBytes: 5_000_000, files: 10 } as const

/**
 * JSON lines to the error output, without names, tokens and addresses of people; what the console shows to people goes to the other one.
 * @param dataDir with it also to files there, at most ten of 5 MB
 */
export function createLog(level: LogLevel, dataDir?: string): Logger {
  const console = destination({ dest: 2, sync: true })
  const file = dataDir === undefined || level === 'silent' ? undefined : new RotatingFile(join(dataDir, LOG_FOLDER, 'server.log'), LOG_FILES)
  return pino(
    {
      level,
      base: null,
      redact: { paths: ['token', '*.token', 'ticket', 'pin', 'label', '*.label', 'ip', 'req.headers', '*.authorization'], censor: '–' },
    },
    file
      ? multistream([
          { level: level as never, stream: console },
          { level: level as never, stream: file },
        ])
      : console,
  )
}
