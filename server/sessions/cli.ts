import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { runSessionCommand } from './sessionCommands.ts'

/** At a terminal the person is asked; a script that calls this has decided already. */
async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return true
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`${question} (ja/nein) `)
  terminal.close()
  return /^ja?$/i.test(answer.trim())
}

const folder = resolve(process.env.DATA_DIR ?? join(import.meta.dirname, '../../data'))
process.exitCode = await runSessionCommand(process.argv.slice(2), { folder, say: (line) => console.log(line), confirm })
