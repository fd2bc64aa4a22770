// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later

// browser.mjs: reads lines of steps [{NAME: ARGUMENT}, …] from standard input, does them in Debian's Chromium, each line as
// somebody who has not been there before, and answers with a line {"results": […]}, what each step gave, or {"failure": TEXT}.
//   {"look": {"locale": "es", "scheme": "dark", "width": 360, "height": 740, "scale": 2, "strict": true}}   how the next pages
//       are shown; strict: as for everybody, under the page's own policy, which keeps axe-core out
//   {"styled": true} → how round the sheet's corners are, and what the browser complained of
//   {"open": URL} → {"status", "title", "text"}
//   {"answer": {"outcome", "code", "reason", "extend"}} → the same of the page that follows
//   {"undo": CODE} → the same; null: where no code is asked for
//   {"press": ["Tab", "Space", "text:ABC"]} → the name of the element that has the focus then
//   {"axe": true} → violations of axe-core, by rule and element
//   {"scan": URL} → what a mail scanner with a browser finds: it follows every link and sends every form by script, as it is and
//       with each choice, at once and, on the first page, like somebody who reads: {"pages", "scripts", "statuses"}
//   {"picture": FILE} → the whole page as a PNG
//   {"overflow": true} → by how many pixels the page is wider than the screen

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
let context;
let page;
let complaints = [];

async function look({ locale = "en-US", scheme = "light", width = 1200, height = 900, scale = 1, strict = false }) {
    await context?.close();
    context = await browser.newContext({
        locale, colorScheme: scheme,
        viewport: { width: Math.round(width / scale), height: Math.round(height / scale) }, deviceScaleFactor: scale,
        extraHTTPHeaders: { "Accept-Language": locale }, bypassCSP: !strict,
    });
    page = await context.newPage();
    page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
}

async function told(response) {
    return { status: response?.status() ?? 0, title: await page.title(), text: await page.innerText("body") };
}

async function sent(button) {
    await page.waitForTimeout(2100); // as long as a reader needs at least
    const [response] = await Promise.all([page.waitForNavigation(), button.click()]);
    return told(response);
}

async function sentByScript(url, choice, pause) {
    await page.goto(url);
    await page.waitForTimeout(pause);
    const [response] = await Promise.all([page.waitForNavigation(), page.evaluate((value) => {
        const form = document.forms[0];
        for (const box of form.querySelectorAll("input[type=radio]")) box.checked = box.value === value;
        form.submit(); // asks nobody
    }, choice)]);
    return response.status();
}

async function scan(first) {
    const pages = [];
    const statuses = [];
    let scripts = 0;
    for (const todo = [first]; todo.length > 0;) {
        const url = todo.shift();
        if (pages.includes(url)) continue;
        await page.goto(url);
        pages.push(url);
        scripts += await page.evaluate(() => document.scripts.length);
        todo.push(...await page.$$eval("a[href]", (all) => all.map((each) => each.href)));
        const choices = await page.$$eval("input[type=radio]", (all) => all.map((each) => each.value));
        for (const pause of url === first ? [0, 2100] : [0]) {
            for (const choice of [null, ...choices]) statuses.push(await sentByScript(url, choice, pause));
        }
    }
    return { pages: pages.length, scripts, statuses };
}

const actions = {
    scan,
    styled: async () => ({ corners: await page.$eval("main", (sheet) => getComputedStyle(sheet).borderRadius), complaints }),
    look,
    open: async (url) => told(await page.goto(url)),
    answer: async ({ outcome, code, reason, extend }) => {
        if (outcome) await page.check(`input[name=outcome][value=${outcome}]`);
        if (reason) await page.fill("#reason", reason);
        if (extend) await page.selectOption("#extend", extend);
        if (code) await page.fill("#code", code);
        return sent(page.locator("form button"));
    },
    undo: async (code) => {
        if (code) await page.fill("#code", code);
        else await page.check("section input[name=outcome]");
        return sent(page.locator("section form button"));
    },
    press: async (keys) => {
        for (const key of keys) {
            if (key.startsWith("text:")) await page.keyboard.type(key.slice(5));
            else await page.keyboard.press(key);
        }
        return page.evaluate(() => document.activeElement.id || document.activeElement.value || document.activeElement.textContent);
    },
    axe: async () => {
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run(document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
        }));
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    picture: async (path) => { await page.screenshot({ path, fullPage: true }); },
    overflow: () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
};

async function walk(steps) {
    complaints = [];
    await look({});
    const results = [];
    for (const step of steps) {
        const [[name, argument]] = Object.entries(step);
        results.push(await actions[name](argument) ?? null);
    }
    return { results };
}

for await (const line of createInterface({ input: process.stdin })) {
    const late = setTimeout(() => { throw new Error(`no end of ${line}`); }, 200_000); // ends the program
    console.log(JSON.stringify(await walk(JSON.parse(line)).catch((error) => ({ failure: error.stack }))));
    clearTimeout(late);
}
await browser.close();
