/** C9: a file that comes with an external consultant’s report. */
import { addExpertFile, expertFileToSave } from '../../../src/usecases/externals/expertFiles'
import { assignedDeal } from '../../fixtures/builders'
import { deskOf, momentOf } from '../../fixtures/known'

const deal = assignedDeal({ consultant: 'ПН' })
const sent = { name: 'устав.pdf', mimeType: 'application/pdf', base64: 'JVBERg==', owner: 'office@example.org' }
const toSave = (part: Partial<typeof sent> = {}, of = deal) => expertFileToSave(of, { ...sent, ...part }, deskOf(), momentOf())
const key = (of = toSave()) => ('file' in of ? of.file.key : '')
const added = (of = deal, name = 'устав.pdf', its = key()) =>
  addExpertFile({ deal: of, client: null }, { key: its, name, url: 'https://drive.example.org/1' }, momentOf())
const filesOf = (made: ReturnType<typeof added>) => ('changes' in made ? (made.changes.deals[0]?.after.files ?? '') : '')

test('for those who see the card, under a key that follows from name and content', () => {
  expect(toSave()).toMatchObject({ name: 'устав.pdf', mimeType: 'application/pdf', readers: ['director@example.org'] })
  expect(key(toSave({ name: 'другой.pdf' }))).not.toBe(key())
  expect(key(toSave({ base64: 'JVBERh==' }))).not.toBe(key())
})

test('its line stands below the others; the same file again is known', () => {
  const before = assignedDeal({ consultant: 'ПН', files: 'смета.pdf https://drive.example.org/0' })
  const files = filesOf(added(before))
  expect(files.split('\n')).toHaveLength(2)
  const later = { ...before, files }
  expect(added(later)).toMatchObject({ stands: { name: 'устав.pdf' } })
  expect(toSave({}, later)).toMatchObject({ stands: { key: key() } })
})

test('another expert’s files are not his', () => {
  const other = { ...assignedDeal({ consultant: 'СБ' }), files: filesOf(added()) }
  expect(toSave({}, other)).toHaveProperty('file')
})

test('ten files, then no more', () => {
  let full = deal
  for (let index = 0; index < 10; index++)
    full = { ...full, files: filesOf(added(full, `${index}.pdf`, key(toSave({ name: `${index}.pdf` })))) }
  expect(full.files.split('\n')).toHaveLength(10)
  expect(toSave({ name: 'ещё.pdf' }, full)).toMatchObject({ refusal: expect.stringContaining('не больше 10') })
  expect(added(full, 'ещё.pdf', 'k')).toHaveProperty('refusal')
})

test('what is not taken is said in a sentence', () => {
  expect(toSave({ name: 'вирус.exe' })).toMatchObject({ refusal: expect.stringContaining('вирус.exe') })
  expect(added({ ...deal, files: 'x'.repeat(9_990) })).toHaveProperty('refusal')
})
