/** C5: a description given electronically is attached to the card. */
import type { Input } from '../../../src/rpc/contract'
import { attach, readersOf } from '../../../src/usecases/card/attachFile'
import { acceptedDeal, assignedDeal, heldDeal } from '../../fixtures/builders'
import { dealAfter, deskOf, type Given, knownTo, refTo, refusalOf, whoMay } from '../../fixtures/known'
import { callers, everyOffice } from '../../fixtures/staff'

const deal = assignedDeal()
const did = { kind: 'file', done: { id: 'file-1', url: 'https://drive.example.org/file-1', isAgain: false } } as const
const given: Given = { deals: [deal], did }

function input(part: Partial<Input<'file/attach'>> = {}): Input<'file/attach'> {
  return { deal: refTo(deal), name: 'смета.pdf', mimeType: 'application/pdf', base64: 'JVBERg==', ...part }
}
function asked(part: Partial<Input<'file/attach'>> = {}, more: Given = {}) {
  const facts = { ...given, ...more }
  return attach.deed?.(input(part), knownTo(attach, input(part), facts))
}

test('first the file is saved, for those who see the card and not for the one who attaches it', () => {
  expect(asked({ name: 'C:\\Документы\\смета.pdf' })).toEqual({
    ok: true,
    value: {
      kind: 'file',
      asked: { name: 'смета.pdf', mimeType: 'application/pdf', base64: 'JVBERg==', readers: ['gg0@example.org', 'director@example.org'] },
    },
  })
})

test('C1: an external consultant has no access to the register, so not to its files', () => {
  expect(readersOf(assignedDeal({ consultant: 'ПН' }), deskOf(), '')).toEqual(['office@example.org', 'director@example.org'])
  expect(readersOf(acceptedDeal(), deskOf(), 'OFFICE@example.org')).toEqual(['director@example.org'])
})

test('then its line comes below the others, though the card changed since', () => {
  expect(dealAfter(attach, input(), given).files).toBe('смета.pdf https://drive.example.org/file-1')
  const later = assignedDeal({ version: 3, files: 'устав.pdf https://drive.example.org/file-0' })
  expect(dealAfter(attach, input(), { ...given, deals: [later] })).toMatchObject({
    version: 4,
    files: 'устав.pdf https://drive.example.org/file-0\nсмета.pdf https://drive.example.org/file-1',
  })
})

test.each<[string, string, Partial<Input<'file/attach'>>, Given]>([
  ['changed since', 'changedMeanwhile', { deal: { ...refTo(deal), version: 2 } }, {}],
  ['closed', 'dealClosed', {}, { deals: [heldDeal({ stage: 'won' })] }],
  ['came damaged', 'badValue', { base64: 'JVBERg=' }, {}],
  ['empty', 'badValue', { base64: '' }, {}],
  ['a program', 'fileType', { base64: 'TVqQAAMA' }, {}],
  ['a name and a type that differ', 'fileType', { name: 'смета.exe' }, {}],
  ['a colleague’s card', 'notAllowed', {}, { who: callers.other }],
])('%s: nothing is saved', (_, code, part, more) => {
  expect(asked(part, more)).toMatchObject({ ok: false, problem: { code } })
})

test('closed, full or gone since the file was saved: its line is refused', () => {
  expect(refusalOf(attach, input(), { ...given, deals: [heldDeal({ stage: 'won' })] })).toMatchObject({ code: 'dealClosed' })
  expect(refusalOf(attach, input(), { ...given, deals: [assignedDeal({ files: 'x'.repeat(9_990) })] })).toMatchObject({ code: 'tooLong' })
  expect(refusalOf(attach, input(), { did })).toMatchObject({ code: 'dealNotFound' })
})

test('who fills the card attaches to it', () => {
  expect(whoMay(attach, input(), given)).toEqual([...everyOffice, 'own'])
})
