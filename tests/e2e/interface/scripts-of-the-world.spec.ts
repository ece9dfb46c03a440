import { placeOf, selectedWords, storedQuotes, storedView } from "../../support/article-words";
import { test as base, expect, expectAccessible } from "../../support/fixtures";
import { prepareServerData, type ServerData } from "../../support/server";

// Sentences as newspapers write them, in scripts that run from right to left, that put no blanks between words, that end
// their sentences with marks of their own.

interface Article {
  language: string;
  direction: "ltr" | "rtl";
  sentences: string[];
  /** What one letter of the first sentence belongs to. */
  letter: string;
  word: string;
  /** The first sentence as content: without what ends it. */
  content: string;
  /** What is left of it with its last edge moved back to a word. */
  shortened: string;
  backTo: string;
}

const ARTICLES: Article[] = [
  {
    language: "ar",
    direction: "rtl",
    sentences: [
      "انتقد وزير الخارجية قرار البرلمان الأوروبي.",
      "وقال: «هذا القرار لا يعكس الواقع».",
      "هل يقبل البرلمان هذا الرد؟",
    ],
    letter: "خارجية",
    word: "الخارجية",
    content: "انتقد وزير الخارجية قرار البرلمان الأوروبي",
    shortened: "انتقد وزير الخارجية قرار",
    backTo: "قرار",
  },
  {
    language: "he",
    direction: "rtl",
    sentences: ["ראש הממשלה דחה את ההצעה של הנציבות.", 'דובר המשרד אמר: "לא ניכנע ללחץ".', "האם הכנסת תצביע מחר?"],
    letter: "ממשלה",
    word: "הממשלה",
    content: "ראש הממשלה דחה את ההצעה של הנציבות",
    shortened: "ראש הממשלה דחה את ההצעה",
    backTo: "ההצעה",
  },
  {
    language: "kk",
    direction: "ltr",
    sentences: [
      "Сыртқы істер министрлігі Еуропалық парламенттің қарарын сынады.",
      "«Бұл құжат шындыққа сай келмейді», — деді өкіл.",
      "Парламент жауап бере ме?",
    ],
    letter: "инистрлігі",
    word: "министрлігі",
    content: "Сыртқы істер министрлігі Еуропалық парламенттің қарарын сынады",
    shortened: "Сыртқы істер министрлігі Еуропалық парламенттің",
    backTo: "парламенттің",
  },
  {
    language: "zh",
    direction: "ltr",
    sentences: ["外交部发言人批评了欧洲议会的决议。", "他说：“这份文件不符合事实。”", "议会会回应吗？"],
    letter: "交部",
    word: "外交部",
    content: "外交部发言人批评了欧洲议会的决议",
    shortened: "外交部发言人批评了欧洲",
    backTo: "欧洲",
  },
  {
    language: "hi",
    direction: "ltr",
    sentences: [
      "विदेश मंत्रालय ने यूरोपीय संसद के प्रस्ताव की आलोचना की।",
      "प्रवक्ता ने कहा, “यह दस्तावेज़ तथ्यों पर आधारित नहीं है।”",
      "क्या संसद जवाब देगी?",
    ],
    letter: "त्रालय",
    word: "मंत्रालय",
    content: "विदेश मंत्रालय ने यूरोपीय संसद के प्रस्ताव की आलोचना की",
    shortened: "विदेश मंत्रालय ने यूरोपीय संसद",
    backTo: "संसद",
  },
];

const textOf = ({ language, sentences }: Article) => sentences.join(language === "zh" ? "" : " ");
// The second paragraph runs the other way: each takes its own direction.
const OTHER_WAY = { ltr: "وقال الوزير: «لا».", rtl: "The minister said “no”." };

let assignmentIds: string[] = [];

const test = base.extend<object, { serverData: ServerData }>({
  // The documents are added before the server owns the data.
  serverData: [
    async ({ provider }, use) => {
      const documents = ARTICLES.map((article) => ({
        title: article.sentences[0],
        language: article.language,
        text: `${textOf(article)}\n\n${OTHER_WAY[article.direction]}`,
      }));
      const { data, output } = await prepareServerData(provider, "add-documents", {
        env: { DOCUMENTS: JSON.stringify(documents) },
      });
      assignmentIds = JSON.parse(output);
      await use(data);
      await data.remove();
    },
    { scope: "worker" },
  ],
});

test.use({ serverName: "scripts-of-the-world" });

for (const [index, article] of ARTICLES.entries()) {
  test(`${article.language}: reads its own way; what is clicked, stored and selected again are the same words`, async ({
    signedInPage: page,
  }) => {
    const id = assignmentIds[index] ?? "";
    await page.goto(`/annotate/${id}`);
    const content = page.getByRole("textbox", { name: /article/i });
    await expect(content).toHaveAttribute("lang", article.language);
    await expect(content).toHaveCSS("direction", article.direction);
    const lines = page.locator(".cm-line:not(.article-gap)");
    await expect(lines.first()).toHaveCSS("direction", article.direction);
    await expect(lines.last()).toHaveCSS("direction", article.direction === "rtl" ? "ltr" : "rtl");

    // Sentence by sentence from the keyboard.
    await content.focus();
    for (const sentence of article.sentences) {
      await page.keyboard.press("j");
      expect(await selectedWords(page)).toBe(sentence);
    }

    const { first } = await placeOf(page, article.letter);
    const inside = { x: first.x + (article.direction === "rtl" ? -3 : 3), y: first.y };
    await page.mouse.dblclick(inside.x, inside.y);
    expect(await selectedWords(page)).toBe(article.word);
    await page.mouse.click(inside.x, inside.y, { clickCount: 3 });
    expect(await selectedWords(page)).toBe(article.sentences[0]);

    await page.keyboard.press("m");
    await expect.poll(() => storedQuotes(page, id)).toEqual([[`content: ${article.content}`]]);
    const [span] = (await storedView(page, id)).statements[0]?.spans ?? [];
    expect(Array.from(textOf(article)).slice(span?.start, span?.end).join("")).toBe(article.content);

    // Its last edge, dragged back to an earlier word.
    const { last } = await placeOf(page, article.backTo);
    const box = await page.locator(".article-edge[data-side=end]").boundingBox();
    if (!box) throw new Error("The handle is not on the screen.");
    await page.mouse.move(box.x + 1, box.y + box.height + 3);
    await page.mouse.down();
    await page.mouse.move(last.x, last.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => storedQuotes(page, id)).toEqual([[`content: ${article.shortened}`]]);

    await page.keyboard.press("e");
    expect(await selectedWords(page)).toBe(article.shortened);
    await expectAccessible(page);
  });
}
