// Open the HTML edition in headless Chromium as readers do, and print what was seen as JSON.
// node look.mjs MODULES CHROMIUM PAGE ARABIC_PAGE FILE_OF_QUERIES [FOLDER FOR PICTURES]

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, chromium, page_file, arabic_file, queries_file, pictures] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const address = pathToFileURL(page_file).href;

const browser = await puppeteer.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const seen = { requests: [], errors: [], axe: {}, sideways: {} };

async function open({ file = address, width = 1280, dark = false, scripts = true, accept = true } = {}) {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    await page.setJavaScriptEnabled(scripts);
    page.on("request", (request) => { if (request.url().split("#")[0] !== file.split("#")[0]) { seen.requests.push(request.url()); } });
    page.on("pageerror", (error) => seen.errors.push(String(error)));
    page.on("console", (message) => { if (["error", "warn"].includes(message.type())) { seen.errors.push(message.text()); } });
    await page.goto(file);
    if (scripts && accept) { await page.click("button.main"); }
    return page;
}

const inPage = (page, act, ...values) => page.evaluate(act, ...values);
const picture = async (page, name, full = false) => { if (pictures) { await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: full }); } };
const sideways = (page) => inPage(page, () => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const violations = async (page) => {
    // the page's own policy forbids foreign scripts, so the checker comes in by the browser, not by the page
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    return result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target.join(" ")).slice(0, 5).join("; ")}`);
};

// --- the disclaimer first ---
let page = await open({ accept: false });
seen.gate = await inPage(page, () => ({
    text: document.body.innerText,
    focus: document.activeElement.textContent,
    asked: document.querySelector(".disclaimer").innerText,
}));
seen.axe.disclaimer = await violations(page);
await picture(page, "disclaimer");
await page.keyboard.press("Enter");
seen.accepted = await inPage(page, () => ({ text: document.body.innerText, focus: document.activeElement.id, top: window.scrollY }));

// --- as it stands, in four looks ---
for (const [name, look] of Object.entries({ light: {}, dark: { dark: true }, narrow: { width: 320 }, arabic: { file: pathToFileURL(arabic_file).href }, narrow_arabic: { file: pathToFileURL(arabic_file).href, width: 320 } })) {
    page = await open(look);
    await picture(page, name);
    seen.axe[name] = await violations(page);
    await inPage(page, () => document.querySelectorAll("details").forEach((element) => element.setAttribute("open", "")));
    seen.axe[`${name}, all open`] = await violations(page);
    seen.sideways[name] = await sideways(page);
    await picture(page, `${name}-whole`, true);
    await page.close();
}

// --- the keyboard ---
page = await open();
await inPage(page, () => document.querySelector("details.question > summary").focus());
await page.keyboard.press("Enter");
seen.opened = await inPage(page, () => document.querySelector("details.question").open);
await page.keyboard.press("Space");
seen.closed = await inPage(page, () => !document.querySelector("details.question").open);
seen.expanded = await inPage(page, () => {
    const [expand, collapse] = [...document.querySelectorAll("main button")];
    expand.click();
    const open = document.querySelectorAll("details.question[open]").length;
    collapse.click();
    return [open, document.querySelectorAll("details.question[open]").length];
});

// --- find ---
page = await open();
seen.first = await inPage(page, () => {
    const field = document.getElementById("words"), began = performance.now();
    field.focus();
    const focused = performance.now();
    field.value = "when is the stich removd";
    field.dispatchEvent(new Event("input"));
    return { focus: focused - began, search: performance.now() - focused };
});
const judged = JSON.parse(readFileSync(queries_file, "utf8"));
const ask = (opened, queries) => inPage(opened, (all) => all.map((query) => {
    const field = document.getElementById("words"), began = performance.now();
    field.value = query;
    field.dispatchEvent(new Event("input"));
    const took = performance.now() - began;
    return {
        places: [...document.querySelectorAll("#found .result:not(.near) a")].map((link) => link.getAttribute("href").slice(1)),
        near: [...document.querySelectorAll("#found .near a")].map((link) => link.getAttribute("href").slice(1)),
        isAnswered: document.getElementById("count").className !== "refused",
        took,
    };
}), queries);
seen.judged = await ask(page, judged.english);
seen.pasted = await ask(page, judged.pasted);
seen.words = await inPage(page, (words) => words.map((word, at) => {
    const other = words[at - 1] || word;
    return [window.finder.sound(word), window.finder.distance(other, word), window.finder.likeness(other, word)];
}), judged.words);
seen.languages = {};
for (const [language, file] of Object.entries(judged.languages)) {
    seen.languages[language] = await ask(await open({ file: pathToFileURL(file).href }), judged[language]);
}
seen.arabic = await ask(await open({ file: pathToFileURL(arabic_file).href }), judged.arabic);

// --- measures in a page that is read from the right: what is kept in order, and where its characters stand ---
const kept = (selector) => [...document.querySelectorAll(`${selector} span[dir=ltr], ${selector} bdo`)].map((span) => {
    const walker = document.createTreeWalker(span, NodeFilter.SHOW_TEXT), places = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        [...node.data].forEach((char, at) => {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getBoundingClientRect();
            if (char.trim() && box.width) { places.push([Math.round(box.top), box.left]); }
        });
    }
    return { text: span.textContent, places };
});
const measured = await open({ file: pathToFileURL(judged.measured).href });
await ask(measured, [judged.sought]);
seen.kept = { page: await inPage(measured, kept, "main"), found: await inPage(measured, kept, "#found") };
seen.marked = await inPage(measured, () => document.querySelectorAll("#found mark").length);
seen.copied = await inPage(measured, () => document.querySelector("main").innerText + document.getElementById("found").innerText);
const find = async (words) => {
    await inPage(page, () => { document.getElementById("words").value = ""; });
    await page.focus("#words");
    await page.type("#words", words);
    return inPage(page, () => ({
        count: document.getElementById("count").textContent,
        ids: [...document.querySelectorAll("#found .result:not(.near) a")].map((link) => link.getAttribute("href").slice(1)),
        near: [...document.querySelectorAll("#found .near a")].map((link) => link.getAttribute("href").slice(1)),
        texts: [...document.querySelectorAll("#found .result")].map((result) => result.innerText),
        whole: document.getElementById("found").innerText,
        urgent: document.querySelector("#sign a")?.getAttribute("href") ?? null,
    }));
};
seen.found = {};
for (const words of ["cerclage", "lletz", "is bed rest useful", "when is the stitch done", "Ehlers–Danlos", "ÉHLERS", "womb with one side", "my waters broke", "prostate biopsy", "<script>alert(1)</script>", "  ", "the", "constructor", "bleeding", "survival", "when is the stitch removed", "success rate of the stitch", "insufishency", "what does PPROM mean", "who do I phone"]) {
    seen.found[words] = await find(words);
}
await find("insufishency");
seen.exact = await inPage(page, () => {
    const button = document.querySelector("#found > button"), before = button.textContent;
    button.click();
    return { before, count: document.getElementById("count").textContent, focus: document.activeElement.id };
});
const tables = ["handed", "kept", "own", "last", "calling"].map((name) => readFileSync(new URL(`../judged/danger/${name}.tsv`, import.meta.url), "utf8"));
const phrases = tables.flatMap((table) => table.split("\n").slice(1).filter((line) => line).map((line) => line.split("\t")[0]));
seen.danger = await inPage(page, (all) => all.map((phrase) => {
    const field = document.getElementById("words");
    field.value = phrase;
    field.dispatchEvent(new Event("input"));
    const first = document.querySelector("#found .result:not(.near) a");
    return [phrase, document.querySelector("#sign a") !== null, first === null ? "" : first.getAttribute("href").slice(1)];
}), phrases);
for (const [name, words] of Object.entries({ note: "when is the stitch removed", refused: "success rate of the stitch", danger: "I felt a gush and something is bulging", slip: "what is cerclagge", meaning: "what does PPROM mean" })) {
    await find(words);
    seen.axe[name] = await violations(page);
    await picture(page, `find-${name}`);
    await page.setViewport({ width: 320, height: 800 });
    seen.sideways[name] = await sideways(page);
    await picture(page, `find-${name}-narrow`);
    await page.setViewport({ width: 1280, height: 800 });
}
await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
await find("when is the stitch removed");
seen.axe.dark_found = await violations(page);
await picture(page, "find-dark");
await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
await find("can it be treated");
await picture(page, "find");
await page.setViewport({ width: 320, height: 800 });
seen.sideways.found = await sideways(page);
await page.setViewport({ width: 1280, height: 800 });
seen.axe.found = await violations(page);
await inPage(page, () => [...document.querySelectorAll("#found .result a")].find((link) => link.getAttribute("href") === "#faq/treatment").click());
await page.waitForFunction(() => location.hash === "#faq/treatment" && document.activeElement.nodeName === "SUMMARY");
seen.followed = await inPage(page, () => ({
    open: document.getElementById("faq/treatment").open,
    focus: document.activeElement.textContent,
    inSight: Math.abs(document.getElementById("faq/treatment").getBoundingClientRect().top) < 400,
}));
await picture(page, "followed");
await page.focus("#words");
await page.keyboard.press("Escape");
seen.cleared = await inPage(page, () => [document.getElementById("words").value, document.querySelectorAll("#found .result").length]);

// --- print ---
await inPage(page, () => document.querySelectorAll("details").forEach((element) => element.removeAttribute("open")));
await inPage(page, () => window.dispatchEvent(new Event("beforeprint")));
seen.printed = await inPage(page, () => document.querySelectorAll("details:not([open])").length);
await inPage(page, () => window.dispatchEvent(new Event("afterprint")));
seen.afterwards = await inPage(page, () => document.querySelectorAll("details[open]").length);
await page.emulateMediaType("print");
seen.contrastInPrint = await inPage(page, () => getComputedStyle(document.documentElement).backgroundColor);
await page.emulateMediaType(null);
if (pictures) { await page.pdf({ path: join(pictures, "print.pdf"), format: "A4", margin: { top: "15mm", bottom: "15mm", left: "17mm", right: "17mm" } }); }

// --- a link from outside, to an answer ---
page = await open({ file: `${address}#faq/cerclage-timing` });
seen.linked = await inPage(page, () => document.getElementById("faq/cerclage-timing").open);

// --- no scripts ---
page = await open({ scripts: false });
seen.plain = await inPage(page, () => ({ shown: document.body.innerText, words: document.body.textContent, gate: document.documentElement.className }));
seen.plain.roles = await rolesOf(page);
await picture(page, "no-scripts");
page = await open({ scripts: false, width: 320 });
await picture(page, "no-scripts-narrow");

async function rolesOf(opened) {
    const { nodes } = await (await opened.createCDPSession()).send("Accessibility.getFullAXTree");
    return [...new Set(nodes.filter((node) => !node.ignored).map((node) => node.role?.value))];
}

console.log(JSON.stringify(seen));
await browser.close();
