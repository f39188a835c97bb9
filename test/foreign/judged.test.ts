/** What is told of a stranger's code: what ran, what is missing by name, what failed, and what ran and is wrong all the same. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judged } from './judged'
import type { Deed } from './stranger'

const script = `
function right() { return 1 + 1 }
function other() { return 3 }
function member() { SpreadsheetApp.getActiveSheet().newChart() }
function swallowed() { try { DriveApp.getFiles() } catch (error) { console.log('Failed with error %s', error.message) } }
function breaks() { throw new Error('mine') }
function refuses() { throw new Error('no such day') }
`

function judgedOf(deeds: readonly Deed[]) {
  const folder = mkdtempSync(join(tmpdir(), 'stranger-'))
  writeFileSync(join(folder, 'code.js'), script)
  return judged({ name: 'stranger', deeds }, folder)
}

const value: Deed['seen'] = (_, record) => record.value

test('what ran and is as it should be, and what is not', () => {
  expect(
    judgedOf([
      { run: { fn: 'right' }, seen: value, wanted: 2 },
      { run: { fn: 'other' }, seen: value, wanted: 2 },
    ]),
  ).toMatchObject({ ran: ['right', 'other'], missing: [], failed: [], wrong: ['other: 3 and not 2'] })
})

test('members and globals that are missing are named, though the script swallows the error', () => {
  expect(judgedOf([{ run: { fn: 'member' } }, { run: { fn: 'swallowed' } }])).toMatchObject({
    ran: [],
    missing: ['Sheet.newChart', 'DriveApp'],
    failed: [],
  })
})

test('an error of its own is an error, unless it is meant; what should refuse and does not is wrong', () => {
  const refused = 'no such day'
  expect(judgedOf([{ run: { fn: 'breaks' } }, { run: { fn: 'refuses' }, refused }, { run: { fn: 'right' }, refused }])).toMatchObject({
    failed: ['breaks: mine'],
    ran: ['refuses', 'right'],
    wrong: ['right is not refused'],
  })
})
