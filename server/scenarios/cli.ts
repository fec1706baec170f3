import { balanceCommand } from './commands/balanceCommand.ts'
import { packCommand, unpackCommand } from './commands/bundleCommands.ts'
import { newCommand, schemaCommand, validateCommand } from './commands/folderCommands.ts'
import { importCommand } from './commands/importCommand.ts'
import { rehearseCommand } from './commands/rehearseCommand.ts'

const HELP = `Aufruf:
  npm run scenario -- validate ORDNER …       prüft Szenarien (auch: Pfad zu scenario.json, map.geojson oder NAME.aemterrunde)
  npm run scenario -- new NAME                legt scenarios/NAME nach dem Muster „vorlage“ an
  npm run scenario -- import LISTE --map KARTE  macht aus einer Excel- oder CSV-Liste und einer GeoJSON-Karte ein Szenario (import --help nennt alle Angaben)
  npm run scenario -- balance NAME            sagt, ob das Szenario fair und spielbar ist (auch: Ordner; --variant, --games, --seconds, --json)
  npm run scenario -- rehearse NAME           spielt einen ganzen Workshop vor, jeden Schritt mit Grund (--variant, --seed, --speed 1…60, --character sectoral oder AMT=generous)
  npm run scenario -- pack ORDNER [DATEI]     packt ein Szenario in eine Datei .aemterrunde
  npm run scenario -- unpack DATEI [ORDNER]   packt eine Datei .aemterrunde aus
  npm run scenario -- schema                  schreibt scenarios/scenario.schema.json`

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => number | undefined | Promise<number | undefined>>> = {
  validate: validateCommand,
  new: newCommand,
  import: importCommand,
  balance: balanceCommand,
  rehearse: rehearseCommand,
  pack: packCommand,
  unpack: unpackCommand,
  schema: schemaCommand,
}

/** @returns the exit code: 0 fine, 1 problems found, 2 called wrongly */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  const code = await command?.(args)
  if (code !== undefined) return code
  console.error(HELP)
  return 2
}

process.exitCode = await main(process.argv.slice(2))
