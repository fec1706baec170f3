import { runOrganisationCommand } from './organisationCommand.ts'

process.exitCode = await runOrganisationCommand(process.argv.slice(2), { databaseUrl: process.env.DATABASE_URL, say: (line) => console.log(line) })
