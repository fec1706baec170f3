import { createReadStream } from 'node:fs'
import { basename, dirname } from 'node:path'
import { createInterface } from 'node:readline'

/** What a traced process did to the files of one folder, and what it said on its standard output, in order. */
export type DiskCall =
  | { readonly does: 'create' | 'unlink' | 'sync'; readonly file: string }
  | { readonly does: 'syncFolder' }
  | { readonly does: 'write'; readonly file: string; readonly data: Buffer; readonly offset: number }
  | { readonly does: 'truncate'; readonly file: string; readonly length: number }
  | { readonly does: 'say'; readonly text: string }

/** Calls that strace has to record for {@link readTrace}. */
export const TRACED = ['openat', 'write', 'pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'unlink', 'rename']

/** Reads what `strace -f -y -xx -s 1000000 -o FILE` wrote. Calls that failed and files elsewhere are left out. */
export async function readTrace(traceFile: string, folder: string): Promise<readonly DiskCall[]> {
  const calls: DiskCall[] = []
  const unfinished = new Map<string, string>()
  for await (const line of createInterface({ input: createReadStream(traceFile, 'latin1') })) {
    const [, pid = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (text.endsWith('<unfinished ...>')) {
      unfinished.set(pid, text.slice(0, -'<unfinished ...>'.length))
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)
    const call = callOf(resumed ? `${unfinished.get(pid) ?? ''}${resumed[1]}` : text, folder)
    if (call) calls.push(call)
  }
  return calls
}

const HEX = String.raw`((?:\\x[0-9a-f]{2})*)`
const FD = new RegExp(String.raw`^(\w+)\((\d+)<${HEX}>`)
const PATH = new RegExp(String.raw`^(\w+)\((?:AT_FDCWD<[^>]*>, )?"${HEX}"`)

function callOf(text: string, folder: string): DiskCall | undefined {
  // Calls that failed, and one that was cut off with the process, did nothing.
  if (!/\) += \d+(?:<[^>]*>)?$/.test(text)) return undefined
  const [, byPath, path] = PATH.exec(text) ?? []
  if (byPath) return onPath(byPath, bytes(path).toString(), text, folder)
  const [whole = '', name, fd, target] = FD.exec(text) ?? []
  if (!name) return undefined
  if (name === 'write' && fd === '1') return { does: 'say', text: dataOf(text, whole).toString() }
  const on = bytes(target).toString()
  if (on === folder) return name === 'fsync' || name === 'fdatasync' ? { does: 'syncFolder' } : undefined
  if (dirname(on) !== folder) return undefined
  return onFile(name, basename(on), text, whole)
}

function onPath(name: string, path: string, text: string, folder: string): DiskCall | undefined {
  if (dirname(path) !== folder) return undefined
  if (name === 'unlink') return { does: 'unlink', file: basename(path) }
  if (name === 'openat' && text.includes('O_CREAT')) return { does: 'create', file: basename(path) }
  if (name === 'rename') throw new Error('the store renames files: teach the simulated disk to')
  return undefined
}

function onFile(name: string, file: string, text: string, whole: string): DiskCall | undefined {
  if (name === 'fsync' || name === 'fdatasync') return { does: 'sync', file }
  const last = Number(/, (\d+)\) += /.exec(text)?.[1])
  if (name === 'ftruncate') return { does: 'truncate', file, length: last }
  if (name === 'pwrite64') return { does: 'write', file, data: dataOf(text, whole), offset: last }
  throw new Error(`the store uses ${name}: teach the simulated disk to`)
}

/** The bytes of the first argument after the file. */
function dataOf(text: string, before: string): Buffer {
  const from = before.length + ', "'.length
  const data = bytes(text.slice(from, text.indexOf('"', from)))
  const written = Number(/ = (\d+)$/.exec(text)?.[1])
  if (data.length !== written) throw new Error(`the trace shows ${data.length} of ${written} bytes`)
  return data
}

function bytes(hex: string | undefined): Buffer {
  return Buffer.from((hex ?? '').replaceAll('\\x', ''), 'hex')
}
