import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { installFromDebian } from './debian.mjs'
import { root } from './pinnedNode.mjs'

const PLACES = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** Path of a Chromium for the browser tests, installed if need be; undefined (after a line on how to get one) if that is not possible. */
export function chromium() {
  const found = findChromium()
  if (found) return found
  for (const installer of [() => installFromDebian('chromium', 'Chromium'), installFromPlaywright]) {
    installer()
    const path = findChromium()
    if (path) return path
  }
  console.error('Kein Chromium gefunden; die Browser-Tests brauchen einen: Chromium oder Chrome installieren, oder CHROMIUM=/pfad/zu/chromium setzen.')
  return undefined
}

function findChromium() {
  const named = process.env.CHROMIUM
  if (named) return existsSync(named) ? named : undefined
  return [...(PLACES[process.platform] ?? []), playwrightChromium()].find((path) => path && existsSync(path))
}

function playwrightChromium() {
  try {
    return createRequire(join(root, 'package.json'))('playwright-core').chromium.executablePath()
  } catch {
    return undefined
  }
}

function installFromPlaywright() {
  console.log('Chromium wird von Playwright heruntergeladen (einmalig) …')
  spawnSync(process.execPath, [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], { cwd: root, stdio: 'inherit' })
}
