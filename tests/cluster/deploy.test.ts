import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'

const file = (name: string) => readFileSync(new URL(`../../server/deploy/${name}`, import.meta.url), 'utf8')
const placeholders = (text: string) =>
  text.replaceAll(
    /\$\{(\w+):[?-]?(\w*)\}/g,
    (_whole, name: string, fallback: string) => fallback || { SITE: 'planspiel.example.de', FACILITATOR_PIN: '20261124' }[name] || 'x',
  )

test('the variables that the compose file sets are those that the server reads, for each of its processes', () => {
  const compose = placeholders(file('compose.cluster.yml'))
  const common = /x-environment: &environment\n((?: {2}.*\n)+)/.exec(compose)?.[1] ?? ''
  const environment = Object.fromEntries(
    common
      .trim()
      .split('\n')
      .map((line) =>
        line
          .trim()
          .split(/: (.*)/s)
          .slice(0, 2),
      ),
  )
  const addresses = [...compose.matchAll(/PUBLIC_ADDRESS: (\S+)/g)].map(([, address]) => address)
  expect(addresses).toEqual(['planspiel.example.de/p1', 'planspiel.example.de/p2'])
  for (const PUBLIC_ADDRESS of addresses) {
    expect(readConfig({ ...environment, PUBLIC_ADDRESS })).toMatchObject({
      publicUrl: 'https://planspiel.example.de',
      publicAddress: PUBLIC_ADDRESS,
      redisUrl: 'redis://redis:6379',
      facilitatorPin: '20261124',
    })
  }
})

test('each process has its way in the proxy, under the path that its address names', () => {
  const caddyfile = file('Caddyfile')
  const compose = file('compose.cluster.yml')
  for (const n of [1, 2]) {
    expect(caddyfile).toMatch(new RegExp(`handle /p${n}/\\* \\{\\n\\t\\treverse_proxy \\{\\$PROCESS_${n}:`))
    expect(compose).toContain(`PROCESS_${n}: server-${n}:2567`)
  }
})

test('with REDIS_URL alone nothing starts: what is missing is named', () => {
  expect(() => readConfig({ REDIS_URL: 'redis://localhost:6379' })).toThrow(
    'Mit REDIS_URL (mehrere Prozesse) müssen auch gesetzt sein: DATABASE_URL, PUBLIC_URL, PUBLIC_ADDRESS.',
  )
  expect(() => readConfig({ REDIS_URL: 'http://localhost' })).toThrow('REDIS_URL muss eine Adresse wie redis://rechner:6379 sein.')
  expect(() => readConfig({ PUBLIC_ADDRESS: 'https://x.de/p1' })).toThrow('PUBLIC_ADDRESS ist eine Adresse ohne https:// davor')
})
