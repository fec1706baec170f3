import { loadSolver } from './highs.ts'
import { runPortfolioCommand } from './portfolioCommand.ts'

process.exitCode = await runPortfolioCommand(process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  loadSolver,
})
