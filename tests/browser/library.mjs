// Open the list of a library's HTML edition in headless Chromium, and print what was seen as JSON.
// node library.mjs MODULES CHROMIUM INDEX [FOLDER FOR PICTURES]

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, chromium, index, pictures] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const seen = { errors: [], foreign: [] };
const page = await browser.newPage();
page.on("pageerror", (error) => seen.errors.push(String(error)));
page.on("console", (message) => { if (["error", "warn"].includes(message.type())) { seen.errors.push(message.text()); } });
page.on("request", (request) => { if (!request.url().startsWith("file:")) { seen.foreign.push(request.url()); } });

const links = () => page.evaluate(() => [...document.querySelectorAll("main a")].filter((link) => link.offsetParent).map((link) => link.getAttribute("href")));
const type = async (words) => {
    await page.evaluate(() => { document.getElementById("words").value = ""; });
    await page.type("#words", words);
};
const picture = async (name) => { if (pictures) { await page.screenshot({ path: join(pictures, `${name}.png`) }); } };

await page.setViewport({ width: 320, height: 640 });
await page.goto(pathToFileURL(index).href);
seen.all = await links();
seen.sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
await picture("library-narrow");
await page.setViewport({ width: 1000, height: 700 });
await page.evaluate(axe);
seen.axe = (await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }))).violations.map((found) => found.id);
await type("INTERNET send");
seen.missed = [await links(), await page.evaluate(() => document.getElementById("count").innerText)];
await type("program SEND");
seen.found = await links();
await picture("library-found");
await page.evaluate(() => { [...document.querySelectorAll("main li li a")][0].click(); });
await page.waitForSelector("button.main");
await page.click("button.main");
seen.opened = await page.evaluate(() => [...document.querySelectorAll("details.question[open]")].map((element) => element.id));
await picture("library-article");
await page.click("header a[href='index.html']");
await page.waitForSelector("li.one");
seen.back = await page.title();
await page.setJavaScriptEnabled(false);
await page.reload();
seen.plain = [await page.$$eval("li.one", (rows) => rows.length), await page.$eval("#finder", (form) => form.hidden)];
await browser.close();
console.log(JSON.stringify(seen));
