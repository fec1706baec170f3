import { runPbCommand } from './pbCommand.ts'

process.exitCode = runPbCommand(process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
})
