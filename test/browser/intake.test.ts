/** Intake in a real browser: a client who does not answer for three days, a message, a letter that becomes a deal. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { takePicture } from './pictures'
import { jump, sidebarOf, workbenchPage } from './workbenchPage'

jest.setTimeout(120_000)

/** In «Неразобранное» of the sample office: Благотворительный фонд «Ровесник». */
const unsorted = '41721'
const letter = readFileSync(join(__dirname, '../fixtures/intake/letter.txt'), 'utf8')

const { page } = workbenchPage(900)
const sidebar = () => sidebarOf(page())

beforeAll(async () => {
  await page().getByRole('button', { name: 'Начать' }).click()
  await sidebar().getByRole('tab', { name: 'Сегодня' }).waitFor()
})

const press = (name: string | RegExp) => sidebar().getByRole('button', { name }).first().click()
const said = (sentence: string | RegExp) => sidebar().getByText(sentence).first().waitFor()

async function openCard(id: string): Promise<void> {
  await sidebar().getByRole('tab', { name: 'Карточка' }).click()
  const other = sidebar().getByRole('button', { name: 'Другая сделка' })
  if (await other.isVisible()) await other.click()
  await sidebar()
    .getByLabel(/^№, организация/)
    .fill(id)
  await press('Найти')
  await press(new RegExp(id))
  await said(`№ ${id}`)
  await sidebar().getByRole('button', { name: 'Отменить последнее' }).waitFor()
}

async function closeAsUnreached(): Promise<void> {
  await press('В неуспешные')
  await sidebar().locator('#step-reason').selectOption('не дозвонились')
  await sidebar().locator('.panel').getByRole('button', { name: 'В неуспешные' }).click()
}

test('I5, I6: the first call is not answered, and a second one at once is no attempt', async () => {
  await openCard(unsorted)
  await press('Не ответили 0/3')
  await said(/Попытка 1 из 3, следующая не раньше: сегодня 11:00/)
  await press('Не ответили 1/3')
  await said(/С прошлой попытки прошло мало времени/)
})

test('I7: «не дозвонились» is refused before the third attempt, and says how many are made and when the next is', async () => {
  await closeAsUnreached()
  await said(/Сделано попыток: 1, а нужно 3.*Следующая попытка — завтра 09:00/)
  await takePicture(page(), 'intake-refused')
  await press('Отмена')
})

test('I5: the message is ready to copy, and writing it an hour later is noted', async () => {
  await jump(page(), '+1 ч')
  await openCard(unsorted)
  await sidebar().getByText('Сообщение для мессенджера').click()
  await said(/Здравствуйте! Это .*Вы оставляли заявку на консультацию.*Когда вам удобно поговорить/)
  await press('Написали в мессенджер')
  await said('Записано')
  await press('История')
  await said(/Будет отменено: написали в мессенджер/)
})

test('I7: two days later the third attempt lets it go to «Неуспешные»', async () => {
  await jump(page(), '+1 д')
  await openCard(unsorted)
  await press('Не ответили 1/3')
  await said(/Попытка 2 из 3/)
  await closeAsUnreached()
  await said(/Сделано попыток: 2, а нужно 3/)
  await jump(page(), '+1 д')
  await openCard(unsorted)
  await press('Не ответили 2/3')
  await said('Попытки сделаны: 3 из 3')
  await closeAsUnreached()
  await said('Теперь: Неуспешные')
})

test('the last change is taken back', async () => {
  await press('Отменить последнее')
  await said(/Отменено: этап: Не дозвонились → Неуспешные/)
  await said('Попытки сделаны: 3 из 3')
})

test('I3, I4: a pasted letter becomes a deal, and the letter stays with it', async () => {
  await sidebar().getByRole('tab', { name: 'Заявка' }).click()
  await press('Вставить письмо')
  await sidebar().getByLabel('Текст письма').fill(letter)
  await press('Разобрать письмо')
  await said('Заявка из письма')
  expect(await sidebar().locator('#client-phone').inputValue()).toBe('8 (911) 777-66-55')
  await press('Принять без времени')
  await said('Заполните это поле')
  await sidebar().locator('#client-kind').selectOption('НКО')
  await press('Согласие получено сегодня')
  await takePicture(page(), 'intake-letter')
  await press('Принять без времени')
  await said(/Заявка № \d+ принята в работу/)
  await sidebar().getByText('Исходная заявка').click()
  await said(/С уважением, Вера Шилова/)
})

test('the same letter pasted again points to the deal that was made of it', async () => {
  await sidebar().getByRole('tab', { name: 'Заявка' }).click()
  await press('Вставить письмо')
  await sidebar().getByLabel('Текст письма').fill(letter)
  await press('Разобрать письмо')
  await said(/Из этого письма уже сделана заявка №\s\d+/)
  await takePicture(page(), 'intake-letter-known')
})
