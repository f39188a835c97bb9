/** A new client phones, and the office manager fills «Заявка» in as far as the hours. */
import type { FrameLocator } from 'playwright-core'

export interface NewCall {
  readonly organisation: string
  readonly request: string
}

/** By mouse, from the tab on; «Подобрать время» is not pressed yet. */
export async function writeDown(sidebar: FrameLocator, { organisation, request }: NewCall): Promise<void> {
  await sidebar.getByRole('tab', { name: 'Заявка' }).click()
  await sidebar.getByRole('combobox', { name: 'Телефон, организация или почта' }).fill('+7 911 416-01-23')
  await sidebar.getByRole('option', { name: /Новый клиент/ }).click()
  await sidebar.getByLabel('Контактное лицо').fill('Анна Иванова')
  await sidebar.getByLabel(/^Организация/).fill(organisation)
  await sidebar.getByLabel('Вид организации').selectOption('НКО')
  await sidebar.getByLabel('Муниципалитет').fill('Архангельск')
  await sidebar.getByLabel('E-mail').fill('anna@example.org')
  await sidebar.getByRole('button', { name: 'Согласие получено сегодня' }).click()
  await sidebar.locator('#intake-topic').selectOption({ label: '8. Социальное проектирование' })
  await sidebar.locator('#intake-request').fill(request)
}
