import { destination, type Logger, pino } from 'pino'

export type { Logger }

/** Levels as LOG_LEVEL names them. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** JSON lines to the error output, without names, tokens and addresses of people; what the console shows to people goes to the other one. */
export function createLog(level: LogLevel): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: ['token', '*.token', 'ticket', 'pin', 'label', '*.label', 'ip', 'req.headers', '*.authorization'], censor: '–' },
    },
    destination({ dest: 2, sync: true }),
  )
}
