import { expect, test } from "vitest";
import { isGuessable } from "./is-guessable";

const COMMON = new Set(["password", "letmein", "dragon", "monkey", "horse", "battery", "zqjphsyf6ctifgu", "123456"]);
const OWN = ["Aigerim", "Saparova", "aigerim@example.org", "sayso"];

test.each([
  "zqjphsyf6ctifgu",
  "passwordpassword",
  "PasswordPassword1!",
  "p@ssw0rd12345678",
  "letmein.letmein.",
  "qwertyuiopasdfgh",
  "йцукенгшщзхъфыва",
  "aaaaaaaaaaaaaaaa",
  "1234567890123456",
  "2022-01-06 12:30",
  "abcdefghijklmnop",
  "aigerim-aigerim1",
  "sayso sayso sayso",
  "dragon9876543210",
])("%s is guessed", (password) => {
  expect(isGuessable(password, COMMON, OWN)).toBe(true);
});

test.each([
  "a sentence of many words",
  "correct horse battery staple",
  "horse and dragon went home",
  "dragonmonkeybattery",
  "Қазақстан республикасы",
  "v7Rk2-pQ9xL-mB4tZ-1c",
  "👩‍👩‍👧 said naïve things",
])("%s is not", (password) => {
  expect(isGuessable(password, COMMON, OWN)).toBe(false);
});
